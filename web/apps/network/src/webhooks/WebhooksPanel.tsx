// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components, type Result } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Badge, Button, Card, Dialog, Menu, MenuEntry, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useState, type ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { useLoaded } from '../use_loaded.ts';
import { DeliveriesDialog } from './DeliveriesDialog.tsx';
import { NewWebhookDialog } from './NewWebhookDialog.tsx';

type Network = components['schemas']['NetworkView'];
export type Webhook = components['schemas']['WebhookView'];

/** Other programs that are told of appointments: how they fare, and what can be done about it. */
export function WebhooksPanel({ network }: { network: Network }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { network_id } = network;
  const ask_webhooks = useCallback(() => ask(http.GET('/api/v1/networks/{network_id}/webhooks', { params: { path: { network_id } } })), [network_id]);
  const { value, problem, reload } = useLoaded(ask_webhooks);
  const [adding, add] = useState(false);
  const [looking_at, look_at] = useState<Webhook | null>(null);
  const [removing, remove] = useState<Webhook | null>(null);
  if (problem) return <Notice tone="danger">{problem_text(problem)}</Notice>;
  if (!value) return <></>;
  const act = async (step: Promise<Result<unknown>>, done: string) => {
    const answer = await step;
    show_toast(answer.ok ? { tone: 'good', title: done } : { tone: 'danger', title: problem_text(answer.error) });
    reload();
  };
  return (
    <Card
      title={say('network.webhooks')}
      flush={value.webhooks.length > 0}
      actions={
        <Button tone="primary" size="small" icon="plus" on_press={() => add(true)}>
          {say('network.webhooks.add')}
        </Button>
      }
    >
      {value.webhooks.length === 0 ? (
        <p>{say('network.webhooks.none')}</p>
      ) : (
        <PanelTable heads={[say('network.webhooks.url'), say('network.account_partner'), say('network.state')]} with_actions>
          {value.webhooks.map((webhook) => (
            <WebhookRow key={webhook.webhook_id} webhook={webhook} network={network} act={act} on_look={() => look_at(webhook)} on_remove={() => remove(webhook)} />
          ))}
        </PanelTable>
      )}
      {adding ? (
        <NewWebhookDialog
          network={network}
          on_close={() => {
            add(false);
            reload();
          }}
        />
      ) : null}
      {looking_at ? <DeliveriesDialog webhook={looking_at} on_close={() => look_at(null)} /> : null}
      <Dialog
        title={say('network.webhooks.remove_ask')}
        is_open={removing !== null}
        on_close={() => remove(null)}
        alert
        actions={
          <>
            <Button on_press={() => remove(null)}>{say('network.cancel')}</Button>
            <Button
              tone="danger"
              icon="trash"
              on_press={() => {
                if (removing) void act(ask(http.DELETE('/api/v1/webhooks/{webhook_id}', { params: { path: { webhook_id: removing.webhook_id } } })), say('network.webhooks.removed'));
                remove(null);
              }}
            >
              {say('network.webhooks.remove')}
            </Button>
          </>
        }
      >
        <p className={styles.code}>{removing?.url}</p>
      </Dialog>
    </Card>
  );
}

interface WebhookRowProps {
  webhook: Webhook;
  network: Network;
  act(step: Promise<Result<unknown>>, done: string): Promise<void>;
  on_look(): void;
  on_remove(): void;
}

function WebhookRow({ webhook, network, act, on_look, on_remove }: WebhookRowProps): ReactElement {
  const say = useSay();
  const { webhook_id, url, paused } = webhook;
  const params = { path: { webhook_id } };
  const acts = say('network.webhooks.acts', { url });
  return (
    <tr>
      <td className={styles.code}>{url}</td>
      <td>{network.partners.find((one) => one.partner_id === webhook.partner_id)?.acronym ?? say('network.webhooks.all_bodies')}</td>
      <td>
        <StateOf webhook={webhook} />
        {webhook.problem === undefined ? null : <div className={styles.soft}>{webhook.explanation}</div>}
      </td>
      <td>
        <div className={styles.row_actions}>
          <Button size="small" icon="list" on_press={on_look} label={say('network.webhooks.deliveries_of', { url })}>
            {say('network.webhooks.deliveries')}
          </Button>
          <Menu label={acts} trigger={<Button tone="quiet" size="small" icon="more" label={acts} />}>
            <MenuEntry icon="start_again" disabled={paused} on_press={() => void act(ask(http.POST('/api/v1/webhooks/{webhook_id}/try', { params })), say('network.webhooks.tried'))}>
              {say('network.webhooks.try')}
            </MenuEntry>
            <MenuEntry
              icon={paused ? 'play' : 'pause'}
              on_press={() => void act(ask(http.POST('/api/v1/webhooks/{webhook_id}/pause', { params, body: { paused: !paused } })), paused ? say('network.webhooks.resumed') : say('network.webhooks.paused_done'))}
            >
              {paused ? say('network.webhooks.resume') : say('network.webhooks.pause')}
            </MenuEntry>
            <MenuEntry icon="trash" danger on_press={on_remove}>
              {say('network.webhooks.remove')}
            </MenuEntry>
          </Menu>
        </div>
      </td>
    </tr>
  );
}

function StateOf({ webhook }: { webhook: Webhook }): ReactElement {
  const say = useSay();
  const { waiting, given_up, paused, problem } = webhook;
  if (paused) return <Badge tone="attention">{say('network.webhooks.paused', { waiting })}</Badge>;
  if (given_up > 0) return <Badge tone="danger">{say('network.webhooks.given_up', { count: given_up })}</Badge>;
  if (problem !== undefined && waiting > 0) return <Badge tone="attention">{say('network.webhooks.waiting', { waiting })}</Badge>;
  return <Badge tone="good">{say('network.webhooks.fine')}</Badge>;
}
