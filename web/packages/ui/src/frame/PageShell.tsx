// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import mark from '../brand/parvis.svg';
import { classes } from './classes.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import styles from './PageShell.module.css';

export interface PageShellProps {
  /** The page's h1 and the window's title. */
  title: string;
  /** Keep the h1 for screen readers only, where the screen has no room for it. */
  title_hidden?: boolean;
  /** Who runs this network, beside the mark; without it, "Parvis". */
  network_name?: string;
  /** Where the mark leads; without it, the sign-in page. */
  home?: string;
  /** Replaces the window's title, e.g. "(2) Someone is waiting". */
  window_title?: string;
  /** Links between the pages of one app. */
  navigation?: ReactNode;
  /** Status of the link, availability, account menu: the end of the bar. */
  actions?: ReactNode;
  /** 'page' centres a column, 'wide' uses the whole screen, 'fill' is exactly one screen high (consoles). */
  width?: 'page' | 'wide' | 'fill';
  children: ReactNode;
}

/** Frame of the staff pages: skip link, bar with mark, languages and actions, one main region. */
export function PageShell(props: PageShellProps): ReactElement {
  const { title, title_hidden, network_name, home = '/', window_title, navigation, actions, width = 'page', children } = props;
  const say = useSay();
  const name = network_name ?? 'Parvis';
  const shown_title = window_title ?? (title === name ? title : `${title} · ${name}`);
  useEffect(() => {
    document.title = shown_title;
  }, [shown_title]);

  return (
    <div className={classes(styles.frame, styles[width])}>
      <a className={styles.skip} href="#main">
        {say('ui.skip_to_content')}
      </a>
      <header className={styles.bar}>
        <a className={styles.brand} href={home}>
          <img src={mark} alt="" className={styles.mark} />
          <span>{name}</span>
        </a>
        {navigation ? (
          <nav className={styles.navigation} aria-label={say('ui.main_navigation')}>
            {navigation}
          </nav>
        ) : null}
        <div className={styles.actions}>
          {actions}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <h1 className={title_hidden ? 'visually-hidden' : styles.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
