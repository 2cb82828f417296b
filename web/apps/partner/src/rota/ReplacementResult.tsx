// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay, type MessageKey } from '@parvis/i18n';
import { day_words, hour_words, local_of } from '@parvis/i18n/local_time';
import { Button, Dialog, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import forms from '../forms.module.css';
import type { ReplacedSession } from './rota_model.ts';

export interface Outcome {
  /** Who comes instead. */
  name: string;
  time_zone: string;
  sessions: readonly ReplacedSession[];
}

const reasons: Record<NonNullable<ReplacedSession['refused']>, MessageKey> = {
  on_duty: 'partner.rota.refused_on_duty',
  absent: 'partner.rota.refused_absent',
  other_group: 'partner.rota.refused_other_group',
  nobody_missing: 'partner.rota.refused_nobody_missing',
};

export interface ReplacementResultProps {
  outcome: Outcome;
  absent: string;
  on_close(): void;
}

/** For how many sessions somebody comes instead, and on which days they cannot, with the reason. */
export function ReplacementResult({ outcome, absent, on_close }: ReplacementResultProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { name, sessions, time_zone } = outcome;
  const left = sessions.filter(({ refused }) => refused);
  const done = sessions.length - left.length;
  const at = (instant: number) => hour_words(local_of(instant, time_zone).minute, language);
  return (
    <Dialog
      title={say('partner.rota.replace_title', { name: absent })}
      is_open
      dismissable
      on_close={on_close}
      actions={
        <Button tone="primary" on_press={on_close}>
          {say('partner.rota.understood')}
        </Button>
      }
    >
      <div className={forms.stack}>
        <Notice tone={left.length > 0 || done === 0 ? 'attention' : 'good'} live>
          {sessions.length === 0 ? say('partner.rota.replacement_empty') : left.length > 0 ? say('partner.rota.replacement_some', { done, left: left.length, name }) : say('partner.rota.replacement_done', { count: done, name })}
        </Notice>
        {left.length > 0 ? (
          <ul>
            {left.map(({ supply_id, day, from, to, refused }) => (
              <li key={`${supply_id} ${day}`}>
                {say('partner.rota.refused_line', {
                  day: day_words(day, language, { weekday: 'long', day: 'numeric', month: 'long' }),
                  hours: say('partner.from_to', { from: at(from), to: at(to) }),
                  reason: refused ? say(reasons[refused], { name }) : '',
                })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  );
}
