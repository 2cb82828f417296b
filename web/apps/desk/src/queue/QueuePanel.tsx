// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Card, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import { tickets_here } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { TicketRows } from './TicketRows.tsx';

/** Who waits here, for whichever body, and where they stand in its line over all sites. */
export function QueuePanel(): ReactElement {
  const say = useSay();
  const { day, entries } = useDeskAtWork();
  const tickets = tickets_here(day, entries);
  const closed = day.queue?.lines.filter((line) => line.closed_with) ?? [];
  return (
    <Card title={say('desk.waiting.title', { count: tickets.filter((one) => one.state === 'waiting').length })}>
      {closed.map((line) => (
        <Notice key={line.group_id} tone="attention" title={say('desk.line_closed', { body: line.acronym })}>
          {line.closed_with}
        </Notice>
      ))}
      {tickets.length === 0 ? <p className={styles.soft}>{say('desk.waiting.nobody')}</p> : null}
      {tickets.length > 0 ? (
        <ul className={styles.rows}>
          <TicketRows tickets={tickets} />
        </ul>
      ) : null}
    </Card>
  );
}
