// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { add_days, and_list, day_words, is_day, monday_of } from '@parvis/i18n/local_time';
import { acronym_of, type Body, type Network } from '../network_words.ts';

const plain_day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

export interface CopyWeekDialogProps {
  network: Network;
  bodies: readonly Body[];
  /** A Monday. */
  from_week: string;
  on_close(to_week: string | null): void;
}

/** What takes place this week, once more in another. What stands there already is left alone. */
export function CopyWeekDialog({ network, bodies, from_week, on_close }: CopyWeekDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const groups = network.groups.filter((group) => bodies.some((body) => body.partner_id === group.partner_id));
  const [group_id, set_group] = useState(groups[0]?.group_id ?? '');
  const [day, set_day] = useState(add_days(from_week, 7));
  const [copy, set_copy] = useState(() => new_ulid());
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);
  const to_week = is_day(day) ? monday_of(day) : from_week;
  /** Another wish is another copy; the same one asked again is not. */
  const wish = (set: () => void) => {
    set();
    set_copy(new_ulid());
  };
  const send = async () => {
    set_pending(true);
    const made = await ask(http.PUT('/api/v1/week_copies/{copy_id}', { params: { path: { copy_id: copy } }, body: { group_id, from_week, to_week } }));
    set_pending(false);
    if (!made.ok) {
      set_problem(made.error);
      return;
    }
    const left_out = [...new Set(made.value.left_out)].toSorted().map((each) => day_words(each, language, plain_day));
    show_toast({
      tone: made.value.made.length > 0 ? 'good' : 'attention',
      title: say('partner.copied', { count: made.value.made.length }),
      ...(left_out.length > 0 ? { detail: say('partner.copied_left_out', { days: and_list(left_out, language) }) } : {}),
    });
    on_close(to_week);
  };
  const words = (week: string) => say('partner.week_of', { day: day_words(week, language, { day: 'numeric', month: 'long', year: 'numeric' }) });
  return (
    <Dialog
      title={say('partner.copy_title')}
      is_open
      on_close={() => on_close(null)}
      actions={
        <>
          <Button on_press={() => on_close(null)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="papers" pending={pending} on_press={() => void send()}>
            {say('partner.copy')}
          </Button>
        </>
      }
    >
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <p>{say('partner.copy_detail', { week: words(from_week) })}</p>
      {groups.length > 1 ? (
        <Select
          label={say('partner.group')}
          choices={groups.map((group) => ({ value: group.group_id, label: acronym_of(network, group.partner_id) }))}
          value={group_id}
          on_change={(chosen) => wish(() => set_group(chosen))}
        />
      ) : null}
      <Field label={say('partner.copy_to')} description={words(to_week)} type="date" value={day} on_change={(chosen) => wish(() => set_day(chosen))} />
    </Dialog>
  );
}
