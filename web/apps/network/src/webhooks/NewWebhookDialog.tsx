// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type components, type Problem } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../network.module.css';

type Network = components['schemas']['NetworkView'];
const all_bodies = '';

/** The address of a program, and then its secret, once. */
export function NewWebhookDialog({ network, on_close }: { network: Network; on_close(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [url, set_url] = useState('https://');
  const [partner_id, set_partner] = useState(all_bodies);
  const [webhook_id] = useState(new_ulid);
  const [secret, set_secret] = useState<string | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [pending, set_pending] = useState(false);
  const make = async () => {
    if (pending) return;
    set_pending(true);
    const params = { path: { network_id: network.network_id, webhook_id } };
    const made = await ask(http.PUT('/api/v1/networks/{network_id}/webhooks/{webhook_id}', { params, body: { url: url.trim(), ...(partner_id === all_bodies ? {} : { partner_id }) } }));
    set_pending(false);
    if (made.ok) set_secret(made.value.secret);
    else set_problem(made.error);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(secret ?? '');
    show_toast({ tone: 'good', title: say('ui.copied') });
  };
  return (
    <Dialog
      title={secret === null ? say('network.webhooks.add') : say('network.webhooks.secret')}
      is_open
      size="wide"
      on_close={on_close}
      actions={
        secret === null ? (
          <>
            <Button on_press={on_close}>{say('network.cancel')}</Button>
            <Button tone="primary" icon="plus" pending={pending} on_press={() => void make()}>
              {say('network.webhooks.add')}
            </Button>
          </>
        ) : (
          <>
            <Button icon="papers" on_press={() => void copy()}>
              {say('ui.copy')}
            </Button>
            <Button tone="primary" icon="check" on_press={on_close}>
              {say('network.webhooks.secret_kept')}
            </Button>
          </>
        )
      }
    >
      {secret === null ? (
        <div className={styles.stack}>
          <p>{say('network.webhooks.detail')}</p>
          <Field label={say('network.webhooks.url')} type="url" value={url} on_change={set_url} error={problem ? problem_text(problem) : null} autocomplete="off" autofocus />
          <Select
            label={say('network.webhooks.of_body')}
            choices={[{ value: all_bodies, label: say('network.webhooks.all_bodies') }, ...network.partners.map((one) => ({ value: one.partner_id, label: one.acronym }))]}
            value={partner_id}
            on_change={set_partner}
          />
        </div>
      ) : (
        <div className={styles.stack}>
          <Notice tone="attention">{say('network.webhooks.secret_once')}</Notice>
          <p className={styles.code}>{secret}</p>
        </div>
      )}
    </Dialog>
  );
}
