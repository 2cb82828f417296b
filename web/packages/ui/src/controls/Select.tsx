// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { Icon } from '../icons/Icon.tsx';
import field from './Field.module.css';
import styles from './Menu.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  on_change(value: Value): void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  error?: string | null;
  disabled?: boolean;
  /** Keep the label for screen readers only, where the place says it already. */
  label_hidden?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const { label, choices, value, on_change, placeholder, error, disabled, label_hidden } = props;
  return (
    <AriaSelect
      className={field.field}
      value={value}
      placeholder={placeholder}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      onChange={(chosen) => {
        const meant = choices.find((choice) => choice.value === chosen);
        if (meant) on_change(meant.value);
      }}
    >
      <Label className={label_hidden ? 'visually-hidden' : field.label}>{label}</Label>
      <AriaButton className={field.trigger}>
        <SelectValue className={styles.value} />
        <Icon name="chevron_down" />
      </AriaButton>
      <FieldError className={field.error}>{error}</FieldError>
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(choice) => (
            <ListBoxItem id={choice.id} className={styles.entry} textValue={choice.label} isDisabled={choice.disabled}>
              {({ isSelected }) => (
                <>
                  <span className={styles.words}>
                    {choice.label}
                    {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
                  </span>
                  {isSelected ? <Icon name="check" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
