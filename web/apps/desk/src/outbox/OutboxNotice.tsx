// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Notice, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import { AppointmentRow } from '../booking/AppointmentRow.tsx';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { Entry } from './outbox_model.ts';

/** What the server does not know yet, and what a person has to settle: shown until it is. */
export function OutboxNotice(): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day, entries, cut } = useDeskAtWork();
  const waiting = entries.filter((entry) => entry.trouble === null);
  const troubled = entries.filter((entry) => entry.trouble !== null);
  return (
    <div className={styles.notices} aria-live="polite">
      {!cut ? null : (
        <Notice tone="attention" icon="line_lost" title={say('desk.cut.title')}>
          {day.heard_at > 0 ? say('desk.cut.detail', { time: time_of_day(day.heard_at, language) }) : say('desk.cut.nothing_known')}
          {waiting.length > 0 ? (
            <details className={styles.waiting_entries}>
              <summary>{say('desk.outbox.waiting', { count: waiting.length })}</summary>
              <ul>
                {waiting.map((entry) => (
                  <li key={entry.entry_id}>
                    {time_of_day(entry.occurred_at, language)} · {entry.about}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </Notice>
      )}
      {troubled.map((entry) => (
        <TroubleNotice key={entry.entry_id} entry={entry} />
      ))}
      {day.requests.length > 0 ? (
        <Notice tone="danger" title={say('desk.requests.title', { count: day.requests.length })}>
          <p>{say('desk.requests.detail')}</p>
          <ul className={styles.rows}>
            {day.requests.map((request) => (
              <AppointmentRow key={request.appointment_id} appointment={{ ...request, unsent: false }} with_day />
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

function TroubleNotice({ entry }: { entry: Entry }): ReactElement | null {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { settle } = useDeskAtWork();
  const { trouble, about, occurred_at } = entry;
  if (trouble === null) return null;
  const words = () => {
    switch (trouble.kind) {
      case 'refused':
        return problem_text(trouble.problem);
      case 'number_changed':
        return say('desk.trouble.number_changed', { said: trouble.said, now: trouble.now });
      case 'code_changed':
        return say('desk.trouble.code_changed', { said: trouble.said, now: trouble.now });
      case 'line_closed':
        return say('desk.trouble.line_closed', { message: trouble.message });
      case 'slot_gone':
        return say('desk.requests.detail');
    }
  };
  return (
    <Notice
      tone="danger"
      title={say('desk.trouble.title', { about, time: time_of_day(occurred_at, language) })}
      actions={
        <Button icon="check" on_press={() => void settle(entry.entry_id)}>
          {say('desk.trouble.settled')}
        </Button>
      }
    >
      {words()}
    </Notice>
  );
}
