// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { wait_words } from '../model/queue_words.ts';
import { useBodyName } from '../use_body_name.ts';
import { useStation } from '../use_station.tsx';
import type { KioskWait } from '../wire.ts';
import styles from './queue.module.css';

/** Whose turn it is at this kiosk, in the largest letters. */
export function QueueTurn(): ReactElement | null {
  const say = useSay();
  const body_name = useBodyName();
  const { view } = useStation();
  const turn = view.known?.online ? view.known.queue.turn : undefined;
  if (!turn) return null;
  return (
    <section className={styles.turn} role="status">
      <Icon name="person" size="huge" />
      <div>
        <p className={styles.call}>{turn.calls > 1 ? say('kiosk.queue.turn_again', { number: turn.number, body: body_name(turn) }) : say('kiosk.queue.turn', { number: turn.number })}</p>
        {turn.calls > 1 ? null : <p>{say('kiosk.queue.turn_detail', { body: body_name(turn) })}</p>}
      </div>
    </section>
  );
}

/** Who waits for this kiosk, with what was promised to each: numbers only. */
export function QueueNotice(): ReactElement | null {
  const say = useSay();
  const body_name = useBodyName();
  const { view } = useStation();
  const queue = view.known?.online ? view.known.queue : null;
  if (!queue || (queue.waits.length === 0 && queue.closed.length === 0)) return null;
  return (
    <aside className={styles.notice} aria-label={say('kiosk.queue.title')}>
      {queue.closed.map((line) => (
        <p key={line.partner_id ?? line.acronym} className={styles.closed}>
          <Icon name="information" /> {say('kiosk.queue.closed', { body: body_name(line), message: line.message })}
        </p>
      ))}
      {queue.waits.length > 0 ? (
        <ul className={styles.waits}>
          {queue.waits.map((wait) => (
            <Waiting key={wait.number} wait={wait} />
          ))}
        </ul>
      ) : null}
    </aside>
  );
}

function Waiting({ wait }: { wait: KioskWait }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { view } = useStation();
  const words = wait_words(wait);
  const zone = view.known?.site?.time_zone;
  const told = () => {
    switch (words.key) {
      case 'back_at':
        return say('kiosk.queue.back_at', { at: time_of_day(words.at, language, zone) });
      case 'expected':
        return say('kiosk.queue.expected', { at: time_of_day(words.at, language, zone) });
      case 'range':
        return say('kiosk.queue.range', { from: words.from, to: words.to });
      case 'up_to':
        return say('kiosk.queue.up_to', { to: words.to });
      case 'nobody_there':
        return say('kiosk.queue.nobody_there');
      case 'unknown':
        return say('kiosk.queue.unknown');
    }
  };
  return (
    <li>
      <strong>{say('kiosk.queue.number', { number: wait.number })}</strong>
      <span className={styles.body}>{wait.acronym}</span>
      {wait.promised && words.key !== 'back_at' ? <span className={styles.promise}>{say('kiosk.queue.promised')}</span> : null}
      {wait.position === undefined ? null : <span className={styles.place}>{say('kiosk.queue.position', { position: wait.position })}</span>}
      <span>{told()}</span>
    </li>
  );
}
