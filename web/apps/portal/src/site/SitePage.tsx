// SPDX-License-Identifier: EUPL-1.2
import { Icon, is_icon_name } from '@parvis/ui';
import type { ReactElement } from 'react';
import { subjects_of, type Counter } from '../directory.ts';
import { CounterFacts } from '../find/CounterFacts.tsx';
import styles from '../portal.module.css';
import { Shell } from '../Shell.tsx';
import { CallLink, Go, unbroken } from '../Way.tsx';
import { useWords } from '../words.ts';
import { ComingHours } from './ComingHours.tsx';

/** One counter: what one may come for, and when and where it is. */
export function SitePage({ counter }: { counter: Counter }): ReactElement {
  const words = useWords();
  const { say } = words;
  const site = counter.site_id;
  return (
    <Shell title={counter.name} network_name={counter.network.name} back={{ to: { view: 'find' }, name: say('portal.site.other') }}>
      <CounterFacts counter={counter} place={`${counter.address}, ${counter.commune}`} />
      <section className={styles.section} aria-labelledby="subjects">
        <h2 id="subjects">{say('portal.site.subjects')}</h2>
        <ul className={styles.tiles}>
          {subjects_of(counter.network).map(({ subject, label, pictogram }) => (
            <li key={subject}>
              <Go to={{ view: 'subject', site, subject }} className={styles.tile}>
                <span className={styles.picture}>
                  <Icon name={is_icon_name(pictogram) ? pictogram : 'other_subject'} size="large" />
                </span>
                {words.plain(label)}
              </Go>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="visit">
        <h2 id="visit">{say('portal.site.visit')}</h2>
        <ComingHours counter={counter} />
        <CallLink telephone={counter.telephone} look="button">
          {say('portal.site.call', { telephone: unbroken(counter.telephone) })}
        </CallLink>
        <Go to={{ view: 'poster', site, paper: 'a4' }} look="quiet" icon="printer">
          {say('portal.site.poster')}
        </Go>
        <Go to={{ view: 'share', site }} look="quiet" icon="send">
          {say('portal.site.share')}
        </Go>
      </section>
    </Shell>
  );
}
