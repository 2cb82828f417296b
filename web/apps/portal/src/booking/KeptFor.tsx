// SPDX-License-Identifier: EUPL-1.2
import { announce, Icon } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../portal.module.css';
import { useWords } from '../words.ts';
import type { Held } from './held.ts';
import { minutes_left, time_kept_ms } from './time_kept.ts';

/** For how many minutes the place is still kept. Said aloud twice only: at the last minute, and when it is over. */
export function KeptFor({ held }: { held: Held }): ReactElement {
  const { say } = useWords();
  const [until] = useState(() => held.since + time_kept_ms(held.appointment.held_until, Date.now() - (performance.now() - held.since)));
  const [minutes, set_minutes] = useState(() => minutes_left(until - performance.now()));

  useEffect(() => {
    const timer = setInterval(() => set_minutes(minutes_left(until - performance.now())), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const sentence = minutes > 0 ? say('portal.kept.minutes', { minutes }) : say('portal.kept.over');
  useEffect(() => {
    if (minutes <= 1) announce(sentence);
  }, [minutes, sentence]);

  return (
    <div className={styles.kept}>
      <Icon name="clock" />
      <span>{sentence}</span>
      <progress className={styles.kept_bar} max={5} value={minutes} aria-label={say('portal.kept.label')} />
    </div>
  );
}
