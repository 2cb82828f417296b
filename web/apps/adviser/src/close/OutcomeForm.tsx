// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Field, Notice, RadioGroup, Select, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { place_title } from '../call/from_home.ts';
import type { AdviserInterview } from '../console_model.ts';
import type { UnsentBook } from './unsent_book.ts';
import { draft_of, empty_draft, empty_step, form_of, is_step_missing, outcome_kinds, type OutcomeDraft, type OutcomeForm as WrittenOutcome, type StepDraft } from './outcome_model.ts';
import { useSubjects } from './use_subjects.ts';

const most_steps = 8;

/** Longer than a server needs; after it the page goes on, and the book with it. */
const answer_patience_ms = 3_000;

interface OutcomeFormProps {
  interview: AdviserInterview;
  book: UnsentBook;
  pages: { pages_received: number; pages_printed: number };
  /** What stands on the server, to be corrected. */
  written?: WrittenOutcome | undefined;
  /** The server has it, or the book keeps it until the server does. */
  on_saved(): void;
}

/** What came of the interview, and what next, who, when: the words of the citizen's receipt. */
export function OutcomeForm({ interview, book, pages, written, on_saved }: OutcomeFormProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const [draft, set_draft] = useState<OutcomeDraft>(() => (written ? draft_of(written) : empty_draft));
  const subjects = useSubjects(interview);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);
  const { outcome, steps } = draft;
  const step_missing = is_step_missing(draft);
  const change_step = (index: number, change: Partial<StepDraft>) =>
    set_draft({ ...draft, steps: steps.map((step, at) => (at === index ? { ...step, ...change } : step)) });

  const save = async () => {
    if (outcome === null) return;
    set_pending(true);
    book.write_outcome(interview, form_of({ ...draft, outcome }, interview.subject, pages));
    await Promise.race([book.send(), new Promise((resolve) => setTimeout(resolve, answer_patience_ms))]);
    set_pending(false);
    const refused = book.entry(interview.interview_id)?.problem ?? null;
    set_problem(refused);
    if (refused) book.forget(interview.interview_id);
    else on_saved();
  };

  return (
    <div className={styles.stack}>
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <p className={styles.soft}>
        {place_title(interview, say)} · {say('adviser.pages_counted', pages)}
      </p>
      <Select
        label={say('adviser.outcome_subject')}
        value={draft.subject ?? interview.subject}
        on_change={(subject) => set_draft({ ...draft, subject })}
        choices={subjects.map(({ subject, label }) => ({ value: subject, label: label[language] }))}
      />
      <RadioGroup
        label={say('adviser.outcome')}
        layout="pills"
        value={outcome}
        on_change={(chosen) => set_draft({ ...draft, outcome: chosen })}
        choices={outcome_kinds.map((value) => ({ value, label: say(`adviser.outcome.${value}`) }))}
      />
      <Field label={say('adviser.done')} description={say('adviser.done_detail')} lines={3} value={draft.done} on_change={(done) => set_draft({ ...draft, done })} />
      <fieldset className={styles.steps}>
        <legend>{say('adviser.next')}</legend>
        {steps.map((step, index) => (
          <div key={index} className={styles.step}>
            <Field label={say('adviser.next.what')} value={step.what} on_change={(what) => change_step(index, { what })} />
            <Field label={say('adviser.next.who')} value={step.who} on_change={(who) => change_step(index, { who })} placeholder={say('adviser.next.who_example', { body: interview.partner.acronym })} />
            <Field label={say('adviser.next.when')} type="date" value={step.by_date} on_change={(by_date) => change_step(index, { by_date })} />
          </div>
        ))}
        {steps.length < most_steps ? (
          <Button size="small" tone="quiet" icon="plus" on_press={() => set_draft({ ...draft, steps: [...steps, empty_step] })}>
            {say('adviser.next.add')}
          </Button>
        ) : null}
      </fieldset>
      {step_missing ? <Notice tone="attention">{say('adviser.next.missing')}</Notice> : null}
      <div className={styles.foot}>
        <Button tone="primary" icon="check" pending={pending} disabled={outcome === null || step_missing} on_press={() => void save()}>
          {say('adviser.outcome_save')}
        </Button>
      </div>
    </div>
  );
}
