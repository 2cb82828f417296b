// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { LosingNotice } from '../displaced/LosingNotice.tsx';
import { ask_preview, send_change, type DisplacedList, type SupplyChange } from '../displaced/displaced.ts';
import { add_days, day_words } from '@parvis/i18n/local_time';
import type { Network } from '../network_words.ts';
import { draft_of_day, form_of } from '../supply/draft.ts';
import type { RotaSession } from './rota_model.ts';

export interface ReduceDialogProps {
  network: Network;
  session: RotaSession;
  /** Asked again after a lost answer, the same day is made. */
  instead_id: string;
  on_close(changed: boolean): void;
}

/** Nobody comes instead: that day has fewer advisers, or does not take place. Shows first who would lose their place. */
export function ReduceDialog({ network, session, instead_id: offered_id, on_close }: ReduceDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [instead_id] = useState(offered_id);
  const [change, set_change] = useState<SupplyChange | null>(null);
  const [losing, set_losing] = useState<DisplacedList | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);
  const left = session.on_duty.length;
  const { supply_id, day } = session;
  const look = useCallback(async () => {
    const plan = await ask(http.GET('/api/v1/networks/{network_id}/plan', { params: { path: { network_id: network.network_id }, query: { from: day, to: day, partner_id: session.partner_id } } }));
    if (!plan.ok) {
      set_problem(plan.error);
      return;
    }
    const view = plan.value.supplies.find(({ supply }) => supply.supply_id === supply_id);
    if (!view) return;
    const { revision } = view;
    const draft = { ...draft_of_day(view, day), advisers: String(left) };
    const once = view.supply.recurrence.rule === '';
    const fewer: SupplyChange = once ? { supply_id, save: form_of(draft, revision) } : { supply_id, instead: { day, revision, instead_id, instead: form_of(draft, 0) } };
    const wish: SupplyChange = left > 0 ? fewer : once ? { supply_id, end: { last_day: add_days(day, -1), revision } } : { supply_id, except: { day, revision } };
    const ahead = await ask_preview(wish);
    if (ahead.ok) {
      set_change(wish);
      set_losing(ahead.value);
    } else set_problem(ahead.error);
  }, [day, instead_id, left, network.network_id, session.partner_id, supply_id]);
  useEffect(() => void look(), [look]);
  const save = async () => {
    if (!change) return;
    set_pending(true);
    const done = await send_change(change);
    set_pending(false);
    if (!done.ok) {
      set_problem(done.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.rota.reduced'), ...(losing && losing.appointments.length > 0 ? { detail: say('partner.rota.reduced_detail') } : {}) });
    on_close(true);
  };
  return (
    <Dialog
      title={say(left > 0 ? 'partner.rota.reduce_title' : 'partner.rota.close_title', { day: day_words(day, language, { weekday: 'long', day: 'numeric', month: 'long' }) })}
      is_open
      alert
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="danger" pending={pending} disabled={!change} on_press={() => void save()}>
            {say(left > 0 ? 'partner.rota.reduce_do' : 'partner.rota.close_do', { count: left })}
          </Button>
        </>
      }
    >
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <p>{say(left > 0 ? 'partner.rota.reduce_detail' : 'partner.rota.close_detail', { count: left })}</p>
      {losing && losing.appointments.length === 0 ? <Notice tone="good">{say('partner.rota.all_fit')}</Notice> : null}
      {losing ? <LosingNotice losing={losing} /> : null}
    </Dialog>
  );
}
