// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from '../icons/Icon.tsx';
import styles from './Choices.module.css';

export interface CheckboxProps {
  children: ReactNode;
  is_selected: boolean;
  on_change(selected: boolean): void;
  disabled?: boolean;
}

export function Checkbox({ children, is_selected, on_change, disabled }: CheckboxProps): ReactElement {
  return (
    <AriaCheckbox className={styles.choice} isSelected={is_selected} onChange={on_change} isDisabled={disabled}>
      <span className={styles.square}>{is_selected ? <Icon name="check" size="small" /> : null}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
