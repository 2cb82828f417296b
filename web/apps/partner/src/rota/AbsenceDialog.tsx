// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type Result } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { is_day } from '@parvis/i18n/local_time';
import { Button, Dialog, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import forms from '../forms.module.css';
import { is_at, is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';
import { ReplacementResult, type Outcome } from './ReplacementResult.tsx';
import { colleagues_of, type Absence, type RotaPerson } from './rota_model.ts';

export interface AbsenceDialogProps {
  people: readonly RotaPerson[];
  today: string;
  /** One that is noted already: somebody is looked for who comes instead. */
  noted?: Absence;
  on_close(saved: boolean): void;
}

const nobody = '';

/** Somebody is away for a day or more, and who comes instead on all of these days. Why is not asked. */
export function AbsenceDialog({ people, today, noted, on_close }: AbsenceDialogProps): ReactElement {
  const say = useSay();
  const { problem, set_problem, text } = useToldProblem();
  const [account_id, set_account] = useState(noted?.account_id ?? people[0]?.account_id ?? '');
  const [first_day, set_first] = useState(noted && noted.first_day > today ? noted.first_day : today);
  const [last_day, set_last] = useState(noted?.last_day ?? today);
  const [instead, set_instead] = useState((noted ? colleagues_of(people, noted.account_id)[0]?.account_id : undefined) ?? nobody);
  const [absence_id] = useState(() => noted?.absence_id ?? new_ulid());
  const [outcome, set_outcome] = useState<Outcome | null>(null);
  const [pending, set_pending] = useState(false);
  // The absence stands although the replacement was refused.
  const [has_changed, set_changed] = useState(false);
  const person = people.find((each) => each.account_id === account_id);
  const colleagues = colleagues_of(people, account_id);
  const path = { absence_id };
  const note = async (): Promise<Result<unknown>> => {
    if (noted || !person) return { ok: true, value: null };
    const body = { partner_id: person.partner_id, account_id, first_day, last_day };
    return await ask(http.PUT('/api/v1/absences/{absence_id}', { params: { path }, body }));
  };
  const save = async () => {
    set_pending(true);
    const saved = await note();
    if (saved.ok && !noted) set_changed(true);
    const replaced = saved.ok && instead !== nobody ? await ask(http.PUT('/api/v1/absences/{absence_id}/replacement', { params: { path }, body: { account_id: instead, first_day, last_day } })) : null;
    set_pending(false);
    if (!saved.ok) set_problem(saved.error);
    else if (replaced && !replaced.ok) set_problem(replaced.error);
    else if (replaced?.ok) set_outcome({ ...replaced.value, name: people.find((each) => each.account_id === instead)?.name ?? '' });
    else {
      show_toast({ tone: 'good', title: say('partner.rota.absence_saved', { name: person?.name ?? '' }) });
      on_close(true);
    }
  };
  if (outcome) return <ReplacementResult outcome={outcome} absent={person?.name ?? ''} on_close={() => on_close(true)} />;
  return (
    <Dialog
      title={noted ? say('partner.rota.replace_title', { name: person?.name ?? '' }) : say('partner.rota.absence_new')}
      is_open
      on_close={() => on_close(has_changed)}
      actions={
        <>
          <Button on_press={() => on_close(has_changed)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!is_day(first_day) || !is_day(last_day) || (noted !== undefined && instead === nobody)} on_press={() => void save()}>
            {say('partner.save')}
          </Button>
        </>
      }
    >
      <div className={forms.stack}>
        {is_elsewhere(problem, ['/last_day']) ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        {noted ? null : (
          <Select
            label={say('partner.rota.who')}
            choices={people.map((each) => ({ value: each.account_id, label: each.name }))}
            value={account_id}
            on_change={(next) => {
              set_account(next);
              set_instead(nobody);
            }}
          />
        )}
        <div className={forms.pair}>
          <Field label={say('partner.rota.first_day')} type="date" value={first_day} on_change={set_first} />
          <Field label={say('partner.rota.last_day')} type="date" value={last_day} on_change={set_last} error={is_at(problem, '/last_day') ? text(problem) : null} />
        </div>
        <Select
          label={say('partner.rota.replacement')}
          choices={[...(noted ? [] : [{ value: nobody, label: say('partner.rota.replacement_none') }]), ...colleagues.map((each) => ({ value: each.account_id, label: each.name }))]}
          value={instead}
          on_change={set_instead}
        />
        <p className={forms.soft}>{say(instead === nobody ? 'partner.rota.absence_detail' : 'partner.rota.replacement_detail')}</p>
      </div>
    </Dialog>
  );
}
