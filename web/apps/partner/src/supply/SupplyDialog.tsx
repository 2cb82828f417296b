// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, RadioGroup, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { LosingNotice } from '../displaced/LosingNotice.tsx';
import { ask_preview, send_change, type DisplacedList, type SupplyChange } from '../displaced/displaced.ts';
import styles from '../forms.module.css';
import { day_words, today_in } from '@parvis/i18n/local_time';
import type { Body, Network } from '../network_words.ts';
import type { MotiveView } from '../motives/motive_draft.ts';
import { is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';
import { CapacityFields } from './CapacityFields.tsx';
import { draft_from, draft_of, draft_of_day, form_of, type Draft, type SupplyView } from './draft.ts';
import { LegFields } from './LegFields.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { recurrence_words } from './recurrence_words.ts';

/** What the form is about: one that stands in the calendar, opened on one of its days (with the appointments of that day), or a new one. */
export type SupplySubject = { view: SupplyView; day: string; booked: number } | { view: null; draft: Draft };

const shown_fields = ['/group_id', '/modality', '/recurrence', '/legs', '/slot_minutes', '/advisers', '/walk_in_percent', '/motives', '/on_site'];

export interface SupplyDialogProps {
  network: Network;
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  subject: SupplySubject;
  zone: string;
  on_close(changed: boolean): void;
}

type Scope = 'day' | 'later' | 'all';

/** One supply, for one of its days, from that day on, or for all of them as long as none is over. The server says which field is wrong. */
export function SupplyDialog({ network, bodies, motives, subject, zone, on_close }: SupplyDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { problem, set_problem, text: problem_text } = useToldProblem();
  const { view } = subject;
  const repeats = view !== null && view.supply.recurrence.rule !== '';
  const has_begun = view !== null && repeats && view.supply.recurrence.first_day < today_in(zone);
  const [scope, set_scope] = useState<Scope>(repeats ? 'day' : 'all');
  const [losing, set_losing] = useState<DisplacedList | null>(null);
  const [draft, set_draft] = useState<Draft>(() => (view === null ? subject.draft : repeats ? draft_of_day(view, subject.day) : draft_of(view)));
  const [new_id] = useState(() => new_ulid()); // asked again after a lost answer, the same supply is made
  const [pending, set_pending] = useState(false);
  const [removing, set_removing] = useState(false);
  const may_change = view === null || view.allowed_actions.includes('change_supply');

  const change = (part: Partial<Draft>) => {
    set_losing(null); // was about another change
    set_draft((before) => ({ ...before, ...part }));
  };
  const choose_scope = (next: Scope) => {
    if (view === null) return;
    set_scope(next);
    set_problem(null);
    set_losing(null);
    set_draft(next === 'day' ? draft_of_day(view, subject.day) : next === 'later' ? draft_from(view, subject.day) : draft_of(view));
  };
  const wish = (): SupplyChange => {
    if (view === null) return { supply_id: new_id, save: form_of(draft, 0) };
    const { supply_id } = view.supply;
    const { revision } = view;
    if (scope === 'all') return { supply_id, save: form_of(draft, revision) };
    if (scope === 'later') return { supply_id, from_day: { day: subject.day, revision, later_id: new_id, later: form_of(draft, 0) } };
    return { supply_id, instead: { day: subject.day, revision, instead_id: new_id, instead: form_of(draft, 0) } };
  };
  const save = async () => {
    set_pending(true);
    if (view !== null && losing === null) {
      const ahead = await ask_preview(wish());
      if (!ahead.ok || ahead.value.appointments.length > 0) {
        set_pending(false);
        if (ahead.ok) set_losing(ahead.value);
        else set_problem(ahead.error);
        return;
      }
    }
    const saved = await send_change(wish());
    set_pending(false);
    if (!saved.ok) {
      set_problem(saved.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.supply_saved'), detail: recurrence_words(say, language, draft) });
    on_close(true);
  };

  const scope_words = () => {
    const words = recurrence_words(say, language, draft);
    if (view === null || scope === 'all') return say('partner.scope_all_detail', { words });
    if (scope === 'later') return say('partner.scope_later_detail', { words, day: day_words(subject.day, language) });
    return say('partner.scope_day_detail', { words: recurrence_words(say, language, draft_of(view)) });
  };
  const title = view === null ? say('partner.supply_new') : say('partner.supply_title', { day: day_words(subject.day, language) });
  return (
    <Dialog
      title={title}
      is_open
      size="wide"
      on_close={() => on_close(false)}
      actions={
        <>
          {view !== null && may_change ? (
            <span className={styles.start}>
              <Button icon="trash" on_press={() => set_removing(true)}>
                {say('partner.supply_remove')}
              </Button>
            </span>
          ) : null}
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          {may_change ? (
            <Button tone="primary" icon="check" pending={pending} on_press={() => void save()}>
              {say(losing ? 'partner.displaced.save_anyway' : 'partner.save')}
            </Button>
          ) : null}
        </>
      }
    >
      {is_elsewhere(problem, shown_fields) ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {repeats ? (
        <RadioGroup<Scope>
          label={say('partner.scope')}
          layout="pills"
          choices={[
            { value: 'day', label: say('partner.scope_day', { day: day_words(subject.day, language, { day: 'numeric', month: 'long' }) }) },
            { value: 'later', label: say('partner.scope_later', { day: day_words(subject.day, language, { day: 'numeric', month: 'long' }) }) },
            ...(has_begun ? [] : [{ value: 'all' as const, label: say('partner.scope_all') }]),
          ]}
          value={scope}
          on_change={choose_scope}
        />
      ) : null}
      {losing ? <LosingNotice losing={losing} /> : null}
      {view !== null && subject.booked > 0 && losing === null ? <Notice>{say('partner.booked_notice', { count: subject.booked })}</Notice> : null}
      <p className={styles.sentence} aria-live="polite">
        {scope_words()}
      </p>
      <div className={styles.form}>
        <div className={styles.stack}>
          <LegFields network={network} legs={draft.legs} on_change={(legs) => change({ legs })} problem={problem} />
          <RepeatFields value={draft} only_day={scope === 'day'} on_change={change} problem={problem} />
        </div>
        <CapacityFields network={network} bodies={bodies} motives={motives} draft={draft} fixed_group={view !== null} on_change={change} problem={problem} />
      </div>
      {removing && view !== null ? (
        <RemovalDialog
          view={view}
          day={subject.day}
          on_close={(removed) => {
            set_removing(false);
            if (removed) on_close(true);
          }}
        />
      ) : null}
    </Dialog>
  );
}
