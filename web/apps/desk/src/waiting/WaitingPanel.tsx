// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type Result } from '@parvis/api';
import { day as day_words, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Card, Menu, MenuEntry, show_toast, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { local_day } from '../offline/known_day.ts';
import { useWaiting, type WaitingView } from './use_waiting.ts';

/** Who waits for a freed place, in order; who is asked now stands out, with until when. Nothing when nobody does. */
export function WaitingPanel(): ReactElement | null {
  const say = useSay();
  const { entries, reload } = useWaiting();
  if (entries.length === 0) return null;
  return (
    <Card title={say('desk.waiting.list_title')}>
      <ul className={styles.rows}>
        {entries.map((entry) => (
          <WaitingRow key={entry.entry_id} entry={entry} on_change={reload} />
        ))}
      </ul>
    </Card>
  );
}

function WaitingRow({ entry, on_change }: { entry: WaitingView; on_change(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { look, now } = useDeskAtWork();
  const { entry_id, offer, motives, telephone, email } = entry;
  const name = entry.first_name === '' ? say('desk.expected.unnamed') : entry.first_name;
  const params = { path: { entry_id } };
  const act = async (step: Promise<Result<WaitingView>>, done: string) => {
    const answer = await step;
    if (answer.ok) show_toast({ tone: 'good', title: done });
    else show_toast({ tone: 'danger', title: problem_text(answer.error) });
    on_change();
    look();
  };
  const refuse = (stays: boolean) => act(ask(http.POST('/api/v1/waiting_entries/{entry_id}/refuse', { params, body: { stays } })), say('desk.waiting.refused', { name }));
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{name}</strong>
        <span className={styles.soft}>{motives.map((one) => one.label[language]).join(', ')}</span>
        {offer ? (
          <>
            <span>
              {day_words(offer.starts_at, language)}, {time_of_day(offer.starts_at, language)}
            </span>
            <span className={styles.soft}>
              {local_day(offer.answer_until) === local_day(now)
                ? say('desk.waiting.answer_today', { time: time_of_day(offer.answer_until, language) })
                : say('desk.waiting.answer_until', { time: time_of_day(offer.answer_until, language), day: day_words(offer.answer_until, language) })}
            </span>
          </>
        ) : null}
        <span className={styles.states}>
          {offer ? <Badge tone="attention">{say('desk.waiting.asked')}</Badge> : null}
          {entry.reachable ? null : <Badge tone={offer ? 'danger' : 'neutral'} icon="phone">{say('desk.waiting.to_call', { contact: telephone || email })}</Badge>}
        </span>
      </div>
      <div className={styles.row_actions}>
        {offer ? (
          <Button size="small" icon="check" label={say('desk.waiting.accept_for', { name })} on_press={() => void act(ask(http.POST('/api/v1/waiting_entries/{entry_id}/accept', { params })), say('desk.waiting.accepted', { name }))}>
            {say('desk.waiting.yes')}
          </Button>
        ) : null}
        <Menu label={say('desk.expected.acts', { name })} trigger={<Button tone="quiet" size="small" icon="more" label={say('desk.expected.acts', { name })} />}>
          {offer ? (
            <MenuEntry icon="clock" on_press={() => void refuse(true)}>
              {say('desk.waiting.refuse_stays')}
            </MenuEntry>
          ) : null}
          {offer ? (
            <MenuEntry icon="close" on_press={() => void refuse(false)}>
              {say('desk.waiting.refuse')}
            </MenuEntry>
          ) : null}
          <MenuEntry icon="trash" danger on_press={() => void act(ask(http.POST('/api/v1/waiting_entries/{entry_id}/withdraw', { params })), say('desk.waiting.withdrawn', { name }))}>
            {say('desk.waiting.withdraw')}
          </MenuEntry>
        </Menu>
      </div>
    </li>
  );
}
