// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { modality_name } from '../calendar/BarWords.tsx';
import { hour_words, local_of } from '@parvis/i18n/local_time';
import { acronym_of, communes_of, type Network } from '../network_words.ts';
import tables from '../tables.module.css';
import { ReduceDialog } from './ReduceDialog.tsx';
import { with_stand_in, type Rota, type RotaSession } from './rota_model.ts';
import styles from './rota.module.css';

export interface SessionRowProps {
  network: Network;
  rota: Rota;
  session: RotaSession;
  several_bodies: boolean;
  on_name(): void;
  on_change(): void;
}

/** One session: who comes, who is missing, and one touch for each who could come instead. */
export function SessionRow({ network, rota, session, several_bodies, on_name, on_change }: SessionRowProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [reducing, set_reducing] = useState(false);
  const [pending, set_pending] = useState<string | null>(null);
  const at = (instant: number) => hour_words(local_of(instant, rota.time_zone).minute, language);
  const name_of = (account_id: string) => rota.people.find((person) => person.account_id === account_id)?.name ?? '';
  const places = communes_of(network, session.sites);
  const where = places.length === network.sites.length ? say('partner.all_sites') : places.length > 3 ? say('partner.sites_count', { count: places.length }) : places.join(', ');
  const hours = say('partner.from_to', { from: at(session.from), to: at(session.to) });

  const take = async (account_id: string) => {
    set_pending(account_id);
    const { supply_id, day } = session;
    const done = await ask(http.PUT('/api/v1/supplies/{supply_id}/stand_ins/{day}', { params: { path: { supply_id, day } }, body: { account_ids: with_stand_in(session, account_id) } }));
    set_pending(null);
    if (done.ok) show_toast({ tone: 'good', title: say('partner.rota.replaced', { name: name_of(account_id) }) });
    else show_toast({ tone: 'danger', title: problem_text(done.error) });
    on_change();
  };
  return (
    <tr>
      <th scope="row" className={tables.name}>
        {hours}
        <span className={tables.second}>{[several_bodies ? acronym_of(network, session.partner_id) : '', say(modality_name[session.modality]), where].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        <p className={styles.people}>
          {session.on_duty.map((account_id) => (
            <Badge key={account_id} tone="good">
              {name_of(account_id)}
            </Badge>
          ))}
          {session.absent.map((account_id) => (
            <Badge key={account_id} tone="attention">
              {say('partner.rota.away', { name: name_of(account_id) })}
            </Badge>
          ))}
          {session.missing > 0 ? <b className={styles.missing}>{say('partner.rota.missing', { count: session.missing })}</b> : null}
          {session.named ? null : <span className={styles.soft}>{say('partner.rota.only_number', { count: session.advisers })}</span>}
        </p>
      </td>
      <td>
        <div className={styles.actions}>
          {session.missing > 0
            ? session.free.map((account_id) => (
                <Button key={account_id} size="small" tone="primary" icon="check" pending={pending === account_id} disabled={pending !== null} on_press={() => void take(account_id)}>
                  {say('partner.rota.take', { name: name_of(account_id) })}
                </Button>
              ))
            : null}
          {session.missing > 0 ? (
            <Button size="small" label={say('partner.rota.reduce_label', { hours })} on_press={() => set_reducing(true)}>
              {say(session.free.length === 0 ? 'partner.rota.nobody' : 'partner.rota.reduce')}
            </Button>
          ) : null}
          <Button size="small" icon="people" label={say('partner.rota.name_label', { hours })} on_press={on_name}>
            {say('partner.rota.name')}
          </Button>
        </div>
        {reducing ? (
          <ReduceDialog
            session={session}
            instead_id={new_ulid()}
            network={network}
            on_close={(changed) => {
              set_reducing(false);
              if (changed) on_change();
            }}
          />
        ) : null}
      </td>
    </tr>
  );
}
