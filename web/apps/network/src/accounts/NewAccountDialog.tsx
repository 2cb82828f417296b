// SPDX-License-Identifier: EUPL-1.2
import type { components, Problem } from '@parvis/api';
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../network.module.css';

type Network = components['schemas']['NetworkView'];
type NewAccount = components['schemas']['NewAccount'];
type Role = components['schemas']['Role'];

const roles: readonly Role[] = [
  'mediator',
  'adviser',
  'partner_manager',
  'coordinator',
  'technician',
  'funder',
  'administrator',
];
const needs_partner = (role: Role) => role === 'adviser' || role === 'partner_manager';

export interface NewAccountDialogProps {
  network: Network;
  on_close(added: boolean): void;
}

/** One account with its first role; the server says which field is wrong. */
export function NewAccountDialog({ network, on_close }: NewAccountDialogProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [name, set_name] = useState('');
  const [email, set_email] = useState('');
  const [password, set_password] = useState('');
  const [role, set_role] = useState<Role>('adviser');
  const [partner_id, set_partner] = useState<string | null>(null);
  const [site_id, set_site] = useState<string | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);

  const error_at = (pointer: string) => (problem?.pointer === pointer ? problem_text(problem) : null);
  const fields = ['/name', '/email', '/password', '/partner_id', '/site_id'];
  const add = async () => {
    set_pending(true);
    const wanted: NewAccount = {
      name,
      email,
      password,
      role,
      language: 'fr',
      network_id: network.network_id,
      group_ids: needs_partner(role) ? groups_of(network, partner_id) : [],
      ...(needs_partner(role) && partner_id ? { partner_id } : {}),
      ...(role === 'mediator' && site_id ? { site_id } : {}),
    };
    const added = await ask(http.POST('/api/v1/accounts', { body: wanted }));
    set_pending(false);
    if (!added.ok) {
      set_problem(added.error);
      return;
    }
    show_toast({ tone: 'good', title: say('network.account_added', { name: added.value.name }) });
    on_close(true);
  };

  return (
    <Dialog
      title={say('network.account_add')}
      is_open
      size="wide"
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="primary" icon="plus" pending={pending} on_press={() => void add()}>
            {say('network.account_add')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && !fields.includes(problem.pointer ?? '') ? (
          <Notice tone="danger" live>
            {problem_text(problem)}
          </Notice>
        ) : null}
        <div className={styles.pair}>
          <Field label={say('network.account_name')} value={name} on_change={set_name} error={error_at('/name')} autofocus />
          <Field
            label={say('network.account_email')}
            type="email"
            value={email}
            on_change={set_email}
            error={error_at('/email')}
          />
        </div>
        <Field
          label={say('network.account_password')}
          description={say('network.account_password_detail')}
          type="password"
          autocomplete="new-password"
          value={password}
          on_change={set_password}
          error={error_at('/password')}
        />
        <Select<Role>
          label={say('network.account_role')}
          choices={roles.map((value) => ({ value, label: say(`network.role.${value}`) }))}
          value={role}
          on_change={set_role}
        />
        {needs_partner(role) ? (
          <Select
            label={say('network.account_partner')}
            choices={network.partners.map((partner) => ({ value: partner.partner_id, label: partner.acronym }))}
            value={partner_id}
            on_change={set_partner}
            error={error_at('/partner_id')}
          />
        ) : null}
        {role === 'mediator' ? (
          <Select
            label={say('network.account_site')}
            choices={network.sites.map((site) => ({ value: site.site_id, label: site.name }))}
            value={site_id}
            on_change={set_site}
            error={error_at('/site_id')}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

/** An adviser answers for every group of the body: a body usually has one. */
function groups_of(network: Network, partner_id: string | null): string[] {
  return network.groups.filter((group) => group.partner_id === partner_id).map((group) => group.group_id);
}
