// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { classes } from '../frame/classes.ts';
import styles from './Icon.module.css';
import { pictograms } from './pictograms.ts';
import { subject_pictograms } from './subject_pictograms.ts';

const drawings = { ...pictograms, ...subject_pictograms };
export type IconName = keyof typeof drawings;

export function is_icon_name(name: string): name is IconName {
  return Object.hasOwn(drawings, name);
}

export interface IconProps {
  name: IconName;
  /** Multiples of the text around: 'small' 1, 'normal' 1.25, 'large' 2, 'huge' 3.5. */
  size?: 'small' | 'normal' | 'large' | 'huge';
  /** Spoken name, where the icon stands alone. Without it the icon is decoration. */
  label?: string;
  className?: string;
}

/** A pictogram of the house: 24 x 24 grid, stroke 2, round ends, in the colour of the text. */
export function Icon({ name, size = 'normal', label, className }: IconProps): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classes(styles.icon, styles[size], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 'huge' ? 1.6 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
