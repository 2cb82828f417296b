// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../frame/classes.ts';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './Notice.module.css';
import { tone_icon, type Tone } from './tone.ts';

export interface NoticeProps {
  tone?: Tone;
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Said at once by assistive technologies when it appears. */
  live?: boolean;
}

/** A message in the flow of the page: what happened and what to do. */
export function Notice({ tone = 'neutral', icon, title, children, actions, live }: NoticeProps): ReactElement {
  return (
    <div className={classes(styles.notice, styles[tone])} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? tone_icon[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
