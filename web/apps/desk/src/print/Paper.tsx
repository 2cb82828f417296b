// SPDX-License-Identifier: EUPL-1.2
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './print.module.css';

/** A sheet for the desk's own printer. On the screen it is not there; while it is mounted nothing else is printed. */
export function Paper({ children, on_printed }: { children: ReactNode; on_printed(): void }): ReactElement {
  useEffect(() => {
    const done = () => on_printed();
    window.addEventListener('afterprint', done);
    // Mounting twice (strict mode) must not open the printer's window twice.
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', done);
    };
  }, [on_printed]);
  return createPortal(<section className={styles.paper}>{children}</section>, document.body);
}
