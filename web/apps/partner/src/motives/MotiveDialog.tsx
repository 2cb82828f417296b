// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../forms.module.css';
import type { Body, Network } from '../network_words.ts';
import { is_at, is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';
import { BookingFields } from './BookingFields.tsx';
import { motive_draft_of, motive_form_of, new_motive, type MotiveDraft, type MotiveView } from './motive_draft.ts';
import { PaperFields } from './PaperFields.tsx';

const shown_fields = ['/subject', '/label', '/acronym', '/duration_minutes', '/papers', '/notice_most_days', '/cancellation_limit_minutes', '/modalities', '/communes'];

export interface MotiveDialogProps {
  network: Network;
  bodies: readonly Body[];
  /** Nothing for a new one. */
  view: MotiveView | null;
  on_close(changed: boolean): void;
}

/** One motive; the server says which field is wrong. */
export function MotiveDialog({ network, bodies, view, on_close }: MotiveDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { problem, set_problem, text: problem_text } = useToldProblem();
  const [draft, set_draft] = useState<MotiveDraft>(() => (view ? motive_draft_of(view) : new_motive(bodies[0]?.partner_id ?? '', network.subjects[0]?.subject ?? '')));
  const [motive_id] = useState(() => view?.motive.motive_id ?? new_ulid());
  const [pending, set_pending] = useState(false);
  const [ending, set_ending] = useState(false);
  const change = (part: Partial<MotiveDraft>) => set_draft((before) => ({ ...before, ...part }));
  const error_at = (field: string) => (is_at(problem, field) ? problem_text(problem) : null);
  const params = { path: { motive_id } };
  const send = async (what: 'save' | 'end') => {
    set_pending(true);
    const done = what === 'save' ? await ask(http.PUT('/api/v1/motives/{motive_id}', { params, body: motive_form_of(draft) })) : await ask(http.POST('/api/v1/motives/{motive_id}/end', { params }));
    set_pending(false);
    set_ending(false);
    if (!done.ok) {
      set_problem(done.error);
      return;
    }
    show_toast({ tone: 'good', title: say(what === 'save' ? 'partner.motive_saved' : 'partner.motive_ended') });
    on_close(true);
  };
  return (
    <Dialog
      title={view ? view.motive.label[language] : say('partner.motive_new')}
      is_open
      size="wide"
      on_close={() => on_close(false)}
      actions={
        <>
          {view ? (
            <span className={styles.start}>
              <Button icon="trash" on_press={() => set_ending(true)}>
                {say('partner.motive_end')}
              </Button>
            </span>
          ) : null}
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} on_press={() => void send('save')}>
            {say('partner.save')}
          </Button>
        </>
      }
    >
      {is_elsewhere(problem, shown_fields) ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <div className={styles.form}>
        <div className={styles.stack}>
          {!view && bodies.length > 1 ? (
            <Select
              label={say('partner.body')}
              choices={bodies.map((body) => ({ value: body.partner_id, label: body.acronym, detail: body.name[language] }))}
              value={draft.partner_id}
              on_change={(partner_id) => change({ partner_id })}
            />
          ) : null}
          <Field
            label={say('partner.motive_fr')}
            description={say('partner.motive_words_detail')}
            value={draft.label_fr}
            on_change={(label_fr) => change({ label_fr })}
            error={problem?.pointer === '/label/en' ? null : error_at('/label')}
            autofocus={!view}
          />
          <Field label={say('partner.motive_en')} value={draft.label_en} on_change={(label_en) => change({ label_en })} error={error_at('/label/en')} />
          <div className={styles.pair}>
            <Field
              label={say('partner.motive_acronym')}
              description={say('partner.motive_acronym_detail')}
              value={draft.acronym}
              on_change={(acronym) => change({ acronym })}
              error={error_at('/acronym')}
            />
            <Select
              label={say('partner.motive_subject')}
              choices={network.subjects.map(({ subject, label }) => ({ value: subject, label: label[language] }))}
              value={draft.subject}
              on_change={(subject) => change({ subject })}
              error={error_at('/subject')}
            />
          </div>
          <PaperFields papers={draft.papers} on_change={(papers) => change({ papers })} problem={problem} />
        </div>
        <BookingFields draft={draft} on_change={change} problem={problem} />
      </div>
      <Dialog
        title={say('partner.motive_end_title')}
        is_open={ending}
        alert
        on_close={() => set_ending(false)}
        actions={
          <>
            <Button on_press={() => set_ending(false)}>{say('partner.cancel')}</Button>
            <Button tone="danger" icon="trash" pending={pending} on_press={() => void send('end')}>
              {say('partner.motive_end')}
            </Button>
          </>
        }
      >
        <p>{say('partner.motive_end_detail')}</p>
      </Dialog>
    </Dialog>
  );
}
