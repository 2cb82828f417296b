// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './Menu.module.css';

export interface MenuProps {
  /** The <Button> that opens it. */
  trigger: ReactElement;
  /** Spoken name of the list. */
  label: string;
  children: ReactNode;
}

export function Menu({ trigger, label, children }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} offset={4} placement="bottom end">
        <AriaMenu className={styles.list} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuEntryProps {
  children: string;
  on_press(): void;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuEntry({ children, on_press, icon, danger, disabled }: MenuEntryProps): ReactElement {
  return (
    <MenuItem className={classes(styles.entry, danger && styles.danger)} onAction={on_press} isDisabled={disabled} textValue={children}>
      {icon ? <Icon name={icon} /> : null}
      <span className={styles.words}>{children}</span>
    </MenuItem>
  );
}
