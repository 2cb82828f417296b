// SPDX-License-Identifier: EUPL-1.2
import { useId, type ReactElement, type ReactNode } from 'react';
import { classes } from '../frame/classes.ts';
import styles from './Card.module.css';

export interface CardProps {
  /** Heading of level 2; the card is then a region with that name. */
  title?: string;
  /** Beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
  /** 'fill' takes the height it is given and scrolls inside. */
  height?: 'content' | 'fill';
  flush?: boolean;
}

export function Card({ title, actions, children, height = 'content', flush }: CardProps): ReactElement {
  const heading = useId();
  // What scrolls inside must be reached by the keyboard even when nothing in it can be pressed.
  const body = (
    <div className={classes(styles.body, flush && styles.flush)} tabIndex={height === 'fill' ? 0 : undefined}>
      {children}
    </div>
  );
  if (title === undefined) return <div className={classes(styles.card, styles[height])}>{body}</div>;
  return (
    <section className={classes(styles.card, styles[height])} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {body}
    </section>
  );
}
