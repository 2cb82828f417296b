// SPDX-License-Identifier: EUPL-1.2
import { Dialog } from '@parvis/ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './frame.module.css';

export interface OverlayProps {
  title: string;
  children: ReactNode;
  actions: ReactNode;
  on_close?(): void;
  alert?: boolean;
}

/** Something said over the screen, with big buttons. */
export function Overlay({ title, children, actions, on_close, alert }: OverlayProps): ReactElement {
  return (
    <Dialog title={title} is_open on_close={on_close} alert={alert} size="wide" actions={<div className={styles.choices}>{actions}</div>}>
      <div className={styles.said}>{children}</div>
    </Dialog>
  );
}
