// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { Icon, RadioGroup } from '@parvis/ui';
import { calendar_path, EmbedLines, feed_path, type Published } from '@parvis/ui/embed';
import { useState, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import { papers, pdf_address } from '../place.ts';
import styles from '../portal.module.css';
import { Shell } from '../Shell.tsx';
import { useWords } from '../words.ts';

/** What a town hall prints, shows on its own site, or reads by program; nobody needs an account for it. */
export function SharePage({ counter }: { counter: Counter }): ReactElement {
  const { say } = useWords();
  const { language } = useLanguage();
  const [shown, set_shown] = useState<Published['kind']>('site');
  const { site_id: site, network } = counter;
  const published: Published = shown === 'site' ? { kind: 'site', id: site, name: counter.name } : { kind: 'network', id: network.network_id, name: network.name };

  const file = (address: string, name: string) => (
    <li key={address}>
      <a href={address} target="_blank" rel="noopener" className={`${styles.link} ${styles.as_button}`}>
        <Icon name="papers" />
        <span>{name}</span>
      </a>
    </li>
  );

  return (
    <Shell title={say('portal.share.title', { name: counter.name })} network_name={network.name} back={{ to: { view: 'site', site }, name: counter.name }}>
      <p className={styles.lead}>{say('portal.share.intro')}</p>
      <section className={styles.section} aria-labelledby="to_print">
        <h2 id="to_print">{say('portal.share.print')}</h2>
        <ul className={styles.files}>{papers.map((paper) => file(pdf_address(site, paper, language), say('portal.share.pdf', { paper: say(`portal.poster.${paper}`) })))}</ul>
      </section>
      <section className={styles.section} aria-labelledby="website">
        <h2 id="website">{say('portal.share.website')}</h2>
        <p>{say('portal.share.website_detail')}</p>
        <RadioGroup<Published['kind']>
          label={say('portal.share.which')}
          choices={[
            { value: 'site', label: say('portal.share.one') },
            { value: 'network', label: say('portal.share.all') },
          ]}
          value={shown}
          on_change={set_shown}
        />
        <EmbedLines published={published} size="large" />
      </section>
      <section className={styles.section} aria-labelledby="data">
        <h2 id="data">{say('portal.share.data')}</h2>
        <p>{say('portal.share.data_detail')}</p>
        <ul className={styles.files}>
          {file(calendar_path(site, language), say('portal.share.calendar'))}
          {file(feed_path(network.network_id), say('portal.share.feed'))}
        </ul>
      </section>
    </Shell>
  );
}
