// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { Button, classes } from '@parvis/ui';
import { useEffect, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import { papers, pdf_address, type Paper } from '../place.ts';
import { Go, useWay } from '../Way.tsx';
import { useWords } from '../words.ts';
import { Poster } from './Poster.tsx';
import styles from './poster.module.css';

/** The poster of a counter, from what is true today, ready for the printer. */
export function PosterPage({ counter, paper }: { counter: Counter; paper: Paper }): ReactElement {
  const { say } = useWords();
  const { language } = useLanguage();
  const way = useWay();
  const site = counter.site_id;
  const title = say('portal.poster.title', { name: counter.name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1 className={styles.bar_title}>{title}</h1>
        <Go to={{ view: 'site', site }} look="quiet" icon="arrow_left">
          {counter.name}
        </Go>
        <div className={styles.choices} role="group" aria-label={say('portal.poster.paper')}>
          {papers.map((one) => (
            <Button key={one} pressed={one === paper} on_press={() => way.go_instead({ view: 'poster', site, paper: one })}>
              {say(`portal.poster.${one}`)}
            </Button>
          ))}
        </div>
        <Button size="large" icon="printer" on_press={() => print()}>
          {say('portal.mine.print')}
        </Button>
        <a href={pdf_address(site, paper, language)} target="_blank" rel="noopener" className={styles.pdf}>
          {say('portal.poster.pdf')}
        </a>
      </header>
      <main id="main" tabIndex={-1} className={styles.desk} lang={language}>
        <div className={classes(styles.sheet, styles[paper])}>
          {paper === 'leaflet' ? (
            <>
              <Poster counter={counter} />
              <Poster counter={counter} copy />
            </>
          ) : (
            <Poster counter={counter} />
          )}
        </div>
      </main>
    </div>
  );
}
