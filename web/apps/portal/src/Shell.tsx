// SPDX-License-Identifier: EUPL-1.2
import { PageShell } from '@parvis/ui';
import type { ReactElement, ReactNode } from 'react';
import { root, type Place } from './place.ts';
import styles from './portal.module.css';
import { usePortal } from './portal_state.ts';
import { Go } from './Way.tsx';
import { useWords } from './words.ts';

export interface ShellProps {
  title: string;
  network_name?: string;
  /** One step back, by its name. */
  back?: { to: Place; name: string };
  children: ReactNode;
}

/** The frame of every screen of the portal: one step back, the title, and the way to one's own appointment. */
export function Shell({ title, network_name, back, children }: ShellProps): ReactElement {
  const { say } = useWords();
  const { directory } = usePortal();
  const names = new Set(directory.counters.map(({ network }) => network.name));
  const name = network_name ?? (names.size === 1 ? [...names][0] : undefined);
  return (
    <PageShell
      title={title}
      network_name={name}
      home={root}
      actions={
        <Go to={{ view: 'mine' }} look="quiet" icon="calendar">
          {say('portal.mine.link')}
        </Go>
      }
    >
      {back ? (
        <div className={styles.back}>
          <Go to={back.to} look="quiet" icon="arrow_left">
            {back.name}
          </Go>
        </div>
      ) : null}
      <div className={styles.column}>{children}</div>
    </PageShell>
  );
}
