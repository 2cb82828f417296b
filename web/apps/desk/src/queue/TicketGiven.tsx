// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { Paper } from '../print/Paper.tsx';
import { QueuePaper } from '../print/papers.tsx';
import type { TicketView } from '../wire.ts';
import { InsteadOfWaiting, type Instead } from './InsteadOfWaiting.tsx';
import { poor_ticket } from './long_wait.ts';
import { wait_words } from './wait_words.ts';

export interface Given {
  readonly number: number;
  readonly acronym: string;
  readonly subject: string;
  readonly arrived_at: number;
  /** Nothing while the server does not know of it. */
  readonly known: TicketView | null;
}

/** The number, said once more, big enough to turn the screen around. */
export function TicketGiven({ given, instead, on_close }: { given: Given; instead?: Instead; on_close(): void }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const [printing, print] = useState(false);
  const { known } = given;
  const wait = known === null ? say('desk.wait.no_network') : wait_words(known.wait, say);
  const position = known?.position === undefined ? '' : say('desk.ticket.position', { position: known.position });
  const closed = known?.state === 'closed';
  const poor = known === null ? null : poor_ticket(known);
  return (
    <Dialog
      title={closed ? say('desk.line_closed', { body: given.acronym }) : say('desk.given.title')}
      is_open
      dismissable
      on_close={on_close}
      actions={
        <>
          <Button icon="printer" on_press={() => print(true)}>
            {say('desk.ticket.print')}
          </Button>
          <Button tone="primary" autofocus on_press={on_close}>
            {say('desk.done')}
          </Button>
        </>
      }
    >
      {closed ? <Notice tone="attention">{known.message}</Notice> : null}
      <div className={styles.given}>
        <strong className={styles.given_number}>{given.number}</strong>
        <span className={styles.large}>
          {given.subject} · {given.acronym}
        </span>
        {closed ? null : (
          <span className={styles.large}>
            {[position, wait].filter(Boolean).join(' · ')}
          </span>
        )}
        <span className={styles.soft}>{say('desk.given.at', { time: time_of_day(given.arrived_at, language) })}</span>
      </div>
      {poor && instead ? <InsteadOfWaiting reason={poor} body={given.acronym} instead={instead} /> : null}
      {printing ? (
        <Paper on_printed={() => print(false)}>
          <QueuePaper site={day.desk?.site} ticket={{ ...given, wait }} />
        </Paper>
      ) : null}
    </Dialog>
  );
}
