// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import forms from '../forms.module.css';
import { is_day } from '@parvis/i18n/local_time';
import { is_at, is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';
import type { RotaPerson } from './rota_model.ts';

export interface AbsenceDialogProps {
  people: readonly RotaPerson[];
  today: string;
  on_close(saved: boolean): void;
}

/** Somebody is away for a day or more. Why is not asked. */
export function AbsenceDialog({ people, today, on_close }: AbsenceDialogProps): ReactElement {
  const say = useSay();
  const { problem, set_problem, text } = useToldProblem();
  const [account_id, set_account] = useState(people[0]?.account_id ?? '');
  const [first_day, set_first] = useState(today);
  const [last_day, set_last] = useState(today);
  const [absence_id] = useState(() => new_ulid());
  const [pending, set_pending] = useState(false);
  const person = people.find((each) => each.account_id === account_id);
  const save = async () => {
    if (!person) return;
    set_pending(true);
    const body = { partner_id: person.partner_id, account_id, first_day, last_day };
    const saved = await ask(http.PUT('/api/v1/absences/{absence_id}', { params: { path: { absence_id } }, body }));
    set_pending(false);
    if (!saved.ok) {
      set_problem(saved.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.rota.absence_saved', { name: person.name }) });
    on_close(true);
  };
  return (
    <Dialog
      title={say('partner.rota.absence_new')}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!is_day(first_day) || !is_day(last_day)} on_press={() => void save()}>
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
        <Select label={say('partner.rota.who')} choices={people.map((each) => ({ value: each.account_id, label: each.name }))} value={account_id} on_change={set_account} />
        <div className={forms.pair}>
          <Field label={say('partner.rota.first_day')} type="date" value={first_day} on_change={set_first} />
          <Field label={say('partner.rota.last_day')} type="date" value={last_day} on_change={set_last} error={is_at(problem, '/last_day') ? text(problem) : null} />
        </div>
        <p className={forms.soft}>{say('partner.rota.absence_detail')}</p>
      </div>
    </Dialog>
  );
}
