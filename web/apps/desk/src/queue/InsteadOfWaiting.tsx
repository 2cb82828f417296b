// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import { long_wait_minutes, type PoorTicket } from './long_wait.ts';

export interface Instead {
  /** Nothing when nothing was named that could be booked. */
  readonly on_book: (() => void) | null;
  on_in_person(): void;
}

/** Waiting will be long, or nobody is there: what else there is, beside the ticket. */
export function InsteadOfWaiting({ reason, body, instead }: { reason: PoorTicket; body: string; instead: Instead }): ReactElement {
  const say = useSay();
  return (
    <div className={styles.answers}>
      {reason === 'line_closed' ? null : <Notice tone="attention">{say(`desk.instead.${reason}`, { body, minutes: long_wait_minutes })}</Notice>}
      {instead.on_book ? (
        <Button icon="calendar" stretch on_press={instead.on_book}>
          {say('desk.closed.book')}
        </Button>
      ) : null}
      <Button icon="site" stretch on_press={() => instead.on_in_person()}>
        {say('desk.guidance.in_person')}
      </Button>
    </div>
  );
}
