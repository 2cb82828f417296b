// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './KioskTile.module.css';

export interface KioskTileProps {
  icon: IconName;
  /** Plain words: "Ma retraite". */
  title: ReactNode;
  /** Second: names and acronyms of the bodies behind it. */
  detail?: ReactNode;
  /** "Ouvert maintenant" or "Ouvre à 14 h". */
  status?: ReactNode;
  open?: boolean;
  on_press(): void;
}

/** A subject on the kiosk's first screen. At most six share a screen. A closed one can be touched too: it says when it opens. */
export function KioskTile({ icon, title, detail, status, open = true, on_press }: KioskTileProps): ReactElement {
  return (
    <AriaButton className={classes(styles.tile, !open && styles.closed)} onPress={on_press}>
      <span className={styles.subject}>
        <span className={styles.picture}>
          <Icon name={icon} size="huge" />
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
        </span>
      </span>
      {status ? (
        <span className={styles.status}>
          <Icon name={open ? 'check_circle' : 'clock'} />
          {status}
        </span>
      ) : null}
    </AriaButton>
  );
}

export interface KioskButtonProps {
  icon: IconName;
  children: ReactNode;
  on_press(): void;
  tone?: 'plain' | 'primary' | 'danger' | 'accent';
  /** Picture above the words (in the bar at the bottom) or beside them. */
  layout?: 'beside' | 'above';
  disabled?: boolean;
  pressed?: boolean;
  autofocus?: boolean;
}

/** A button of at least 20 mm with its pictogram, for everything a citizen touches. */
export function KioskButton(props: KioskButtonProps): ReactElement {
  const { icon, children, on_press, tone = 'plain', layout = 'beside', disabled, pressed, autofocus } = props;
  return (
    <AriaButton
      className={classes(styles.button, styles[tone], styles[layout])}
      onPress={on_press}
      isDisabled={disabled}
      aria-pressed={pressed}
      autoFocus={autofocus}
    >
      <Icon name={icon} size={layout === 'above' ? 'normal' : 'large'} />
      <span>{children}</span>
    </AriaButton>
  );
}
