// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { motives_of, type Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { Shell } from '../Shell.tsx';
import { CallLink, Go, unbroken } from '../Way.tsx';
import { useWords } from '../words.ts';

/** What exactly, in plain words; the body behind it comes second. */
export function SubjectPage({ counter, subject }: { counter: Counter; subject: string }): ReactElement {
  const { say, plain } = useWords();
  const { network, site_id: site } = counter;
  const label = network.subjects.find((one) => one.subject === subject)?.label;
  return (
    <Shell title={label ? plain(label) : counter.name} network_name={network.name} back={{ to: { view: 'site', site }, name: counter.name }}>
      <section className={styles.section} aria-labelledby="motives">
        <h2 id="motives">{say('portal.subject.which')}</h2>
        <ul className={styles.cards}>
          {motives_of(network, subject).map((motive) => {
            const body = network.bodies.find((one) => one.partner_id === motive.partner_id);
            return (
              <li key={motive.motive_id}>
                <Go to={{ view: 'times', site, motives: [motive.motive_id] }} className={styles.row}>
                  <span className={styles.row_words}>
                    <span className={styles.strong}>{plain(motive.label)}</span>
                    {body ? <span className={styles.soft}>{say('portal.subject.with', { name: plain(body.name), acronym: body.acronym })}</span> : null}
                  </span>
                  <Icon name="chevron_right" />
                </Go>
              </li>
            );
          })}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="unsure">
        <h2 id="unsure">{say('portal.subject.unsure')}</h2>
        <p>{say('portal.subject.unsure_detail')}</p>
        <CallLink telephone={counter.telephone} look="button">
          {say('portal.site.call', { telephone: unbroken(counter.telephone) })}
        </CallLink>
      </section>
    </Shell>
  );
}
