// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, RadioGroup, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { LosingNotice } from '../displaced/LosingNotice.tsx';
import { ask_preview, send_change, type DisplacedList } from '../displaced/displaced.ts';
import { add_days, day_words, is_day } from '@parvis/i18n/local_time';
import { is_at, is_elsewhere } from '../problem_fields.ts';
import type { SupplyView } from './draft.ts';

export interface RemovalDialogProps {
  view: SupplyView;
  day: string;
  on_close(removed: boolean): void;
}

/** Takes one day out of the calendar, or ends the supply after a day. Who loses their place is shown before, and listed afterwards. */
export function RemovalDialog({ view, day, on_close }: RemovalDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const repeats = view.supply.recurrence.rule !== '';
  const [what, set_what] = useState<'day' | 'rest'>('day');
  const [last_day, set_last_day] = useState(day);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);
  const [losing, set_losing] = useState<DisplacedList | null>(null);
  const remove = async () => {
    const { supply_id } = view.supply;
    const { revision } = view;
    const wish = repeats && what === 'day' ? { supply_id, except: { day, revision } } : { supply_id, end: { last_day: repeats ? last_day : add_days(day, -1), revision } };
    set_pending(true);
    if (losing === null) {
      const ahead = await ask_preview(wish);
      if (!ahead.ok || ahead.value.appointments.length > 0) {
        set_pending(false);
        if (ahead.ok) set_losing(ahead.value);
        else set_problem(ahead.error);
        return;
      }
    }
    const done = await send_change(wish);
    set_pending(false);
    if (!done.ok) {
      set_problem(done.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.supply_removed') });
    on_close(true);
  };
  return (
    <Dialog
      title={say('partner.remove_title')}
      is_open
      alert
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="danger" icon="trash" pending={pending} disabled={what === 'rest' && !is_day(last_day)} on_press={() => void remove()}>
            {say(losing ? 'partner.displaced.remove_anyway' : 'partner.supply_remove')}
          </Button>
        </>
      }
    >
      {is_elsewhere(problem, ['/last_day']) ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {repeats ? (
        <RadioGroup<'day' | 'rest'>
          label={say('partner.remove_what')}
          choices={[
            { value: 'day', label: say('partner.remove_day', { day: day_words(day, language) }) },
            { value: 'rest', label: say('partner.remove_rest') },
          ]}
          value={what}
          on_change={(next) => {
            set_what(next);
            set_losing(null);
          }}
        />
      ) : (
        <p>{say('partner.remove_day', { day: day_words(day, language) })}</p>
      )}
      {what === 'rest' ? (
        <Field
          label={say('partner.remove_last_day')}
          type="date"
          value={last_day}
          on_change={(next) => {
            set_last_day(next);
            set_losing(null);
          }}
          error={is_at(problem, '/last_day') ? problem_text(problem) : null}
        />
      ) : null}
      {losing ? <LosingNotice losing={losing} /> : <Notice>{say('partner.remove_detail')}</Notice>}
    </Dialog>
  );
}
