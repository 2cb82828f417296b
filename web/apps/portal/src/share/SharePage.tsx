// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { announce, Button, Icon, Notice, RadioGroup } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import { papers, pdf_address } from '../place.ts';
import styles from '../portal.module.css';
import { Shell } from '../Shell.tsx';
import { useWords } from '../words.ts';
import { embed_lines, embed_path, type Shown } from './embed.ts';

/** What a town hall prints, shows on its own site, or reads by program; nobody needs an account for it. */
export function SharePage({ counter }: { counter: Counter }): ReactElement {
  const { say } = useWords();
  const { language } = useLanguage();
  const [shown, set_shown] = useState<Shown>('one');
  const [refused, set_refused] = useState(false);
  const { site_id: site, network } = counter;
  const wish = { site, network: network.network_id, shown, language };
  const lines = embed_lines(wish, location.origin, shown === 'one' ? counter.name : network.name);

  const copy = () => {
    // Absent without HTTPS.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = clipboard ? clipboard.writeText(lines) : Promise.reject(new Error('no clipboard'));
    done.then(
      () => {
        set_refused(false);
        announce(say('portal.share.copied'));
      },
      () => set_refused(true),
    );
  };

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
        <RadioGroup<Shown>
          label={say('portal.share.which')}
          choices={[
            { value: 'one', label: say('portal.share.one') },
            { value: 'all', label: say('portal.share.all') },
          ]}
          value={shown}
          on_change={set_shown}
        />
        <textarea className={styles.lines} readOnly value={lines} aria-label={say('portal.share.lines')} onFocus={(event) => event.target.select()} />
        <div className={styles.centred}>
          <Button icon="papers" tone="primary" size="large" on_press={copy}>
            {say('portal.share.copy')}
          </Button>
        </div>
        {refused ? (
          <Notice tone="attention" live>
            {say('portal.share.not_copied')}
          </Notice>
        ) : null}
        <h3>{say('portal.share.preview')}</h3>
        <iframe className={styles.preview} src={embed_path(wish)} title={say('portal.share.preview')} />
      </section>
      <section className={styles.section} aria-labelledby="data">
        <h2 id="data">{say('portal.share.data')}</h2>
        <p>{say('portal.share.data_detail')}</p>
        <ul className={styles.files}>
          {file(`/api/v1/public/sites/${site}/sessions.ics?language=${language}`, say('portal.share.calendar'))}
          {file(`/api/v1/public/networks/${network.network_id}/feed`, say('portal.share.feed'))}
        </ul>
      </section>
    </Shell>
  );
}
