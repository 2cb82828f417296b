// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../frame/classes.ts';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './Badge.module.css';
import { tone_icon, type Tone } from './tone.ts';

export interface BadgeProps {
  tone?: Tone;
  /** Without it, the pictogram of the tone. */
  icon?: IconName;
  children: ReactNode;
}

/** A short state in words, with its pictogram: the colour only repeats it. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps): ReactElement {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      <Icon name={icon ?? tone_icon[tone]} size="small" />
      <span>{children}</span>
    </span>
  );
}

/** A state in a dense list: a disc whose form differs too (full, half, ring, cross), and its words. */
export function StatusDot({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }): ReactElement {
  return (
    <span className={styles.status}>
      <span className={classes(styles.dot, styles[tone])} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
