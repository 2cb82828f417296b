// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components, type Result } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Card, Menu, MenuEntry, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';

type Failing = components['schemas']['FailingMessage'];

/** What people of this site could not be told: tried again, or told by telephone. Nothing when all arrived. */
export function FailingMessages(): ReactElement | null {
  const say = useSay();
  const { site_id, online, now } = useDeskAtWork();
  const [failing, set] = useState<readonly Failing[]>([]);
  const reload = useCallback(() => {
    void ask(http.GET('/api/v1/sites/{site_id}/messages', { params: { path: { site_id } } })).then((answer) => {
      if (answer.ok) set(answer.value.failing);
    });
  }, [site_id]);
  useEffect(() => {
    if (online) reload();
  }, [online, now, reload]);
  if (failing.length === 0) return null;
  return (
    <Card title={say('desk.messages.title')}>
      <ul className={styles.rows}>
        {failing.map((one) => (
          <FailingRow key={`${one.appointment_id} ${one.kind} ${one.channel}`} one={one} on_change={reload} />
        ))}
      </ul>
    </Card>
  );
}

function FailingRow({ one, on_change }: { one: Failing; on_change(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const body = { appointment_id: one.appointment_id, kind: one.kind, channel: one.channel };
  const what = say(`desk.messages.kind.${one.kind}`);
  const act = async (step: Promise<Result<unknown>>, done: string) => {
    const answer = await step;
    show_toast(answer.ok ? { tone: 'good', title: done } : { tone: 'danger', title: problem_text(answer.error) });
    on_change();
  };
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{one.recipient}</strong>
        <span>
          {what} · {day_and_time(one.starts_at, language)}
        </span>
        <span className={styles.soft}>{one.explanation}</span>
        <span className={styles.states}>
          {one.next_at === undefined ? (
            <Badge tone="danger">{say('desk.messages.given_up', { count: one.attempts })}</Badge>
          ) : (
            <Badge tone="attention">{say('desk.messages.next', { count: one.attempts, when: day_and_time(one.next_at, language) })}</Badge>
          )}
        </span>
      </div>
      <div className={styles.row_actions}>
        <Menu label={say('desk.messages.acts', { what, recipient: one.recipient })} trigger={<Button tone="quiet" size="small" icon="more" label={say('desk.messages.acts', { what, recipient: one.recipient })} />}>
          <MenuEntry icon="phone" on_press={() => void act(ask(http.POST('/api/v1/messages/settle', { body })), say('desk.messages.settled'))}>
            {say('desk.messages.settle')}
          </MenuEntry>
          <MenuEntry icon="start_again" on_press={() => void act(ask(http.POST('/api/v1/messages/try', { body })), say('desk.messages.tried'))}>
            {say('desk.messages.try')}
          </MenuEntry>
        </Menu>
      </div>
    </li>
  );
}
