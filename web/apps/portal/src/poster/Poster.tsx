// SPDX-License-Identifier: EUPL-1.2
import { classes, Icon, is_icon_name } from '@parvis/ui';
import type { ReactElement } from 'react';
import { subjects_of, type Counter } from '../directory.ts';
import { address_of } from '../place.ts';
import { WeekHours } from '../site/WeekHours.tsx';
import { useWords } from '../words.ts';
import { QrCode } from './QrCode.tsx';
import styles from './poster.module.css';

/** What hangs on the door of the town hall. Every measure is a share of the sheet, so that it fills each size. */
export function Poster({ counter, copy = false }: { counter: Counter; copy?: boolean }): ReactElement {
  const { say, plain } = useWords();
  const { network } = counter;
  const subjects = subjects_of(network);
  const address = new URL(address_of({ view: 'site', site: counter.site_id }), location.origin).href;
  return (
    <article className={styles.poster} aria-hidden={copy || undefined}>
      <header className={styles.head}>
        <p className={styles.network}>{network.name}</p>
        <h2 className={styles.claim}>{say('portal.poster.claim')}</h2>
        <p className={styles.promise}>{say('portal.poster.promise')}</p>
      </header>
      <ul className={classes(styles.subjects, subjects.length > 6 && styles.many)}>
        {subjects.map(({ subject, label, pictogram }) => (
          <li key={subject}>
            <Icon name={is_icon_name(pictogram) ? pictogram : 'other_subject'} size="large" />
            <span>{plain(label)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.bodies}>{network.bodies.map((body) => body.acronym).join(' · ')}</p>
      <div className={styles.place}>
        <div>
          <h3 className={styles.name}>{counter.name}</h3>
          <p>
            {counter.address}, {counter.commune}
          </p>
          <WeekHours hours={counter.hours} />
          <p className={styles.telephone}>
            <Icon name="phone" />
            {counter.telephone}
          </p>
        </div>
        <figure className={styles.qr}>
          <QrCode text={address} label={say('portal.poster.qr', { address })} className={styles.qr_code} />
          <figcaption>{say('portal.poster.scan')}</figcaption>
        </figure>
      </div>
    </article>
  );
}
