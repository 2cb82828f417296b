// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Checkbox, Dialog, Notice, RadioGroup, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import forms from '../forms.module.css';
import { day_words } from '@parvis/i18n/local_time';
import { useToldProblem } from '../use_told_problem.ts';
import { group_of, type Rota, type RotaSession } from './rota_model.ts';

export interface TeamDialogProps {
  rota: Rota;
  session: RotaSession;
  on_close(saved: boolean): void;
}

/** Who comes each time, or on this day besides them. Nobody named: the session has a number of advisers alone. */
export function TeamDialog({ rota, session, on_close }: TeamDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { problem, set_problem, text } = useToldProblem();
  const [scope, set_scope] = useState<'each' | 'day'>('each');
  const [chosen, set_chosen] = useState<readonly string[]>(session.regulars);
  const [pending, set_pending] = useState(false);
  const { supply_id, day } = session;
  const choose_scope = (next: 'each' | 'day') => {
    set_scope(next);
    set_chosen(next === 'each' ? session.regulars : session.stand_ins);
  };
  const save = async () => {
    set_pending(true);
    const body = { account_ids: [...chosen] };
    const saved =
      scope === 'each'
        ? await ask(http.PUT('/api/v1/supplies/{supply_id}/team', { params: { path: { supply_id } }, body }))
        : await ask(http.PUT('/api/v1/supplies/{supply_id}/stand_ins/{day}', { params: { path: { supply_id, day } }, body }));
    set_pending(false);
    if (!saved.ok) {
      set_problem(saved.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.rota.saved') });
    on_close(true);
  };
  const offered = group_of(rota, session).filter(({ account_id }) => scope === 'each' || !session.regulars.includes(account_id));
  return (
    <Dialog
      title={say('partner.rota.team_title')}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} on_press={() => void save()}>
            {say('partner.save')}
          </Button>
        </>
      }
    >
      <div className={forms.stack}>
        {problem ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        <RadioGroup<'each' | 'day'>
          label={say('partner.rota.team_when')}
          layout="pills"
          choices={[
            { value: 'each', label: say('partner.rota.team_each') },
            { value: 'day', label: say('partner.rota.team_day', { day: day_words(day, language, { weekday: 'long', day: 'numeric', month: 'long' }) }) },
          ]}
          value={scope}
          on_change={choose_scope}
        />
        <fieldset className={forms.fieldset}>
          <legend>{say('partner.rota.on_duty')}</legend>
          {offered.length === 0 ? <p className={forms.soft}>{say('partner.rota.team_nobody')}</p> : null}
          {offered.map(({ account_id, name }) => (
            <Checkbox key={account_id} is_selected={chosen.includes(account_id)} on_change={(on) => set_chosen((before) => (on ? [...before, account_id] : before.filter((each) => each !== account_id)))}>
              {session.free.includes(account_id) || session.on_duty.includes(account_id) ? name : say('partner.rota.busy', { name })}
            </Checkbox>
          ))}
        </fieldset>
        <p className={forms.soft}>{say('partner.rota.team_detail', { count: session.advisers })}</p>
      </div>
    </Dialog>
  );
}
