// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import type { ReactElement, ReactNode } from 'react';
import styles from './network.module.css';

interface PanelTableProps {
  heads: readonly string[];
  /** The last column holds buttons: its name is heard, not seen. */
  with_actions?: boolean;
  /** Rows. */
  children: ReactNode;
}

export function PanelTable({ heads, with_actions, children }: PanelTableProps): ReactElement {
  const say = useSay();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {with_actions === true ? (
            <th scope="col" className={styles.end}>
              <span className="visually-hidden">{say('network.actions')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
