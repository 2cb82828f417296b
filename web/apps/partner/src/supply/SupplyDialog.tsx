// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, RadioGroup, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../forms.module.css';
import { day_words } from '../local_time.ts';
import type { Body, Network } from '../network_words.ts';
import type { MotiveView } from '../motives/motive_draft.ts';
import { is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';
import { CapacityFields } from './CapacityFields.tsx';
import { draft_of, draft_of_day, form_of, type Draft, type SupplyView } from './draft.ts';
import { LegFields } from './LegFields.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { recurrence_words } from './recurrence_words.ts';

/** What the form is about: one that stands in the calendar, opened on one of its days (with the appointments of that day), or a new one. */
export type SupplySubject = { view: SupplyView; day: string; booked: number } | { view: null; draft: Draft };

const shown_fields = ['/group_id', '/modality', '/recurrence', '/legs', '/slot_minutes', '/advisers', '/walk_in_percent', '/motives'];

export interface SupplyDialogProps {
  network: Network;
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  subject: SupplySubject;
  on_close(changed: boolean): void;
}

/** One supply, for one of its days or for all of them. The server says which field is wrong. */
export function SupplyDialog({ network, bodies, motives, subject, on_close }: SupplyDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { problem, set_problem, text: problem_text } = useToldProblem();
  const { view } = subject;
  const repeats = view !== null && view.supply.recurrence.rule !== '';
  const [scope, set_scope] = useState<'day' | 'all'>(repeats ? 'day' : 'all');
  const [draft, set_draft] = useState<Draft>(() => (view === null ? subject.draft : repeats ? draft_of_day(view, subject.day) : draft_of(view)));
  const [new_id] = useState(() => new_ulid()); // asked again after a lost answer, the same supply is made
  const [pending, set_pending] = useState(false);
  const [removing, set_removing] = useState(false);
  const may_change = view === null || view.allowed_actions.includes('change_supply');

  const change = (part: Partial<Draft>) => set_draft((before) => ({ ...before, ...part }));
  const choose_scope = (next: 'day' | 'all') => {
    if (view === null) return;
    set_scope(next);
    set_problem(null);
    set_draft(next === 'day' ? draft_of_day(view, subject.day) : draft_of(view));
  };
  const send = () => {
    if (view === null) return put_supply(new_id, draft, 0);
    const { supply_id } = view.supply;
    if (scope === 'all') return put_supply(supply_id, draft, view.revision);
    const body = { day: subject.day, revision: view.revision, instead_id: new_id, instead: form_of(draft, 0) };
    return ask(http.POST('/api/v1/supplies/{supply_id}/instead', { params: { path: { supply_id } }, body }));
  };
  const save = async () => {
    set_pending(true);
    const saved = await send();
    set_pending(false);
    if (!saved.ok) {
      set_problem(saved.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.supply_saved'), detail: recurrence_words(say, language, draft) });
    on_close(true);
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
              {say('partner.save')}
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
        <RadioGroup
          label={say('partner.scope')}
          layout="pills"
          choices={[
            { value: 'day', label: say('partner.scope_day', { day: day_words(subject.day, language, { day: 'numeric', month: 'long' }) }) },
            { value: 'all', label: say('partner.scope_all') },
          ]}
          value={scope}
          on_change={choose_scope}
        />
      ) : null}
      {view !== null && subject.booked > 0 ? <Notice tone="attention">{say('partner.booked_notice', { count: subject.booked })}</Notice> : null}
      <p className={styles.sentence} aria-live="polite">
        {scope === 'day' && view !== null ? say('partner.scope_day_detail', { words: recurrence_words(say, language, draft_of(view)) }) : say('partner.scope_all_detail', { words: recurrence_words(say, language, draft) })}
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
          booked={subject.booked}
          on_close={(removed) => {
            set_removing(false);
            if (removed) on_close(true);
          }}
        />
      ) : null}
    </Dialog>
  );
}

function put_supply(supply_id: string, draft: Draft, revision: number) {
  return ask(http.PUT('/api/v1/supplies/{supply_id}', { params: { path: { supply_id } }, body: form_of(draft, revision) }));
}
