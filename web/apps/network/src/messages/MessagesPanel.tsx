// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components, type Result } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Card, Menu, MenuEntry, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, type ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { useLoaded } from '../use_loaded.ts';

type Network = components['schemas']['NetworkView'];
type Failing = components['schemas']['FailingMessage'];

/** Whether people are told of their appointments, and what did not reach them. */
export function MessagesPanel({ network }: { network: Network }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { network_id } = network;
  const ask_report = useCallback(() => ask(http.GET('/api/v1/networks/{network_id}/messages', { params: { path: { network_id } } })), [network_id]);
  const { value, problem, reload } = useLoaded(ask_report);
  if (problem) return <Notice tone="danger">{problem_text(problem)}</Notice>;
  if (!value) return <></>;
  const { email_offered, text_messages_offered, failing, late, sent, waiting } = value;
  const none_offered = !email_offered && !text_messages_offered;
  return (
    <div className={styles.stack}>
      {none_offered ? <Notice tone="attention">{say('network.messages.none_offered')}</Notice> : null}
      {late > 0 ? <Notice tone="danger">{say('network.messages.late', { count: late })}</Notice> : null}
      {!none_offered && late === 0 && failing.length === 0 ? <Notice tone="good">{say('network.messages.fine', { sent, waiting })}</Notice> : null}
      {failing.length > 0 ? <FailingTable failing={failing} network={network} on_change={reload} /> : null}
    </div>
  );
}

interface FailingTableProps {
  failing: readonly Failing[];
  network: Network;
  on_change(): void;
}

function FailingTable({ failing, network, on_change }: FailingTableProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { network_id } = network;
  const act = async (step: Promise<Result<unknown>>, done: string) => {
    const answer = await step;
    show_toast(answer.ok ? { tone: 'good', title: done } : { tone: 'danger', title: problem_text(answer.error) });
    on_change();
  };
  return (
    <Card
      title={say('network.messages.failing', { count: failing.length })}
      flush
      actions={
        <Button size="small" icon="start_again" on_press={() => void act(ask(http.POST('/api/v1/networks/{network_id}/messages/retry', { params: { path: { network_id } } })), say('network.messages.tried'))}>
          {say('network.messages.try_all')}
        </Button>
      }
    >
      <PanelTable heads={[say('network.messages.to'), say('network.messages.what'), say('network.site'), say('network.messages.why'), say('network.messages.tries')]} with_actions>
        {failing.map((one) => (
          <FailingRow key={`${one.appointment_id} ${one.kind} ${one.channel}`} one={one} network={network} act={act} />
        ))}
      </PanelTable>
    </Card>
  );
}

interface FailingRowProps {
  one: Failing;
  network: Network;
  act(step: Promise<Result<unknown>>, done: string): Promise<void>;
}

function FailingRow({ one, network, act }: FailingRowProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const body = { appointment_id: one.appointment_id, kind: one.kind, channel: one.channel };
  const acts = say('network.messages.acts', { recipient: one.recipient });
  return (
    <tr>
      <td className={styles.word}>{one.recipient}</td>
      <td>
        {say(`network.messages.kind.${one.kind}`)}
        <div className={styles.soft}>{day_and_time(one.starts_at, language)}</div>
      </td>
      <td>{network.sites.find((site) => site.site_id === one.site_id)?.name}</td>
      <td>{one.explanation}</td>
      <td>
        {one.next_at === undefined ? (
          <Badge tone="danger">{say('network.messages.given_up', { count: one.attempts })}</Badge>
        ) : (
          <>
            {one.attempts}
            <div className={styles.soft}>{say('network.messages.next', { when: day_and_time(one.next_at, language) })}</div>
          </>
        )}
      </td>
      <td className={styles.end}>
        <Menu label={acts} trigger={<Button tone="quiet" size="small" icon="more" label={acts} />}>
          <MenuEntry icon="start_again" on_press={() => void act(ask(http.POST('/api/v1/messages/try', { body })), say('network.messages.tried'))}>
            {say('network.messages.try')}
          </MenuEntry>
          <MenuEntry icon="phone" on_press={() => void act(ask(http.POST('/api/v1/messages/settle', { body })), say('network.messages.settled'))}>
            {say('network.messages.settle')}
          </MenuEntry>
        </Menu>
      </td>
    </tr>
  );
}
