// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './Choices.module.css';

export interface SwitchProps {
  children: ReactNode;
  is_selected: boolean;
  on_change(selected: boolean): void;
  disabled?: boolean;
}

/** On or off, at once; a checkbox waits for its form. */
export function Switch({ children, is_selected, on_change, disabled }: SwitchProps): ReactElement {
  return (
    <AriaSwitch className={styles.choice} isSelected={is_selected} onChange={on_change} isDisabled={disabled}>
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  );
}
