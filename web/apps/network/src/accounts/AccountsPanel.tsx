// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Badge, Button, Card, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useAccount } from '@parvis/ui/sign-in';
import { useState, type ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { useLoaded } from '../use_loaded.ts';
import { NewAccountDialog } from './NewAccountDialog.tsx';

type Network = components['schemas']['NetworkView'];
type AccountView = components['schemas']['AccountView'];

const ask_accounts = () => ask(http.GET('/api/v1/accounts'));

/** Staff accounts of the network: add one, disable one, enable it again. */
export function AccountsPanel({ network }: { network: Network }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { value, problem, reload } = useLoaded(ask_accounts);
  const [adding, set_adding] = useState(false);
  if (problem) return <Notice tone="danger">{problem_text(problem)}</Notice>;
  return (
    <Card
      title={say('network.accounts')}
      flush
      actions={
        <Button tone="primary" size="small" icon="plus" on_press={() => set_adding(true)}>
          {say('network.account_add')}
        </Button>
      }
    >
      <PanelTable heads={[say('network.account_name'), say('network.account_email'), say('network.account_role'), say('network.state')]} with_actions>
        {value?.accounts.map((account) => (
          <AccountRow key={account.account_id} account={account} network={network} on_change={reload} />
        ))}
      </PanelTable>
      {adding ? (
        <NewAccountDialog
          network={network}
          on_close={(added) => {
            set_adding(false);
            if (added) reload();
          }}
        />
      ) : null}
    </Card>
  );
}

interface AccountRowProps {
  account: AccountView;
  network: Network;
  on_change(): void;
}

function AccountRow({ account, network, on_change }: AccountRowProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const own = useAccount();
  const [pending, set_pending] = useState(false);
  const place_of = (membership: AccountView['memberships'][number]) =>
    network.partners.find((partner) => partner.partner_id === membership.partner_id)?.acronym ??
    network.sites.find((site) => site.site_id === membership.site_id)?.name;
  const turn = async () => {
    set_pending(true);
    const path = account.disabled ? '/api/v1/accounts/{account_id}/enable' : '/api/v1/accounts/{account_id}/disable';
    const done = await ask(http.POST(path, { params: { path: { account_id: account.account_id } } }));
    set_pending(false);
    if (done.ok) on_change();
    else show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  return (
    <tr>
      <td>{account.name}</td>
      <td className={styles.soft}>{account.email}</td>
      <td>
        {account.memberships.map((membership) => (
          <div key={`${membership.role} ${membership.partner_id ?? ''} ${membership.site_id ?? ''}`}>
            {say(`network.role.${membership.role}`)} <span className={styles.soft}>{place_of(membership)}</span>
          </div>
        ))}
      </td>
      <td>
        {account.disabled ? (
          <Badge tone="danger">{say('network.account_disabled')}</Badge>
        ) : (
          <Badge tone="good">{say('network.account_enabled')}</Badge>
        )}
      </td>
      <td className={styles.end}>
        {account.account_id === own.account_id ? null : (
          <Button size="small" icon={account.disabled ? 'check' : 'lock'} pending={pending} on_press={() => void turn()}>
            {say(account.disabled ? 'network.account_enable' : 'network.account_disable')}
          </Button>
        )}
      </td>
    </tr>
  );
}
