// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { FieldError, Label, Radio, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import styles from './Choices.module.css';
import field from './Field.module.css';

export interface RadioChoice<Value extends string> {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  choices: readonly RadioChoice<Value>[];
  value: Value | null;
  on_change(value: Value): void;
  /** 'pills' lie beside one another, for two to five short words. */
  layout?: 'list' | 'pills';
  disabled?: boolean;
  error?: string | null;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactElement {
  const { label, choices, value, on_change, layout = 'list', disabled, error } = props;
  return (
    <AriaRadioGroup
      className={field.field}
      value={value}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      onChange={(chosen) => {
        const meant = choices.find((choice) => choice.value === chosen);
        if (meant) on_change(meant.value);
      }}
    >
      <Label className={field.label}>{label}</Label>
      <div className={classes(styles.group, styles[layout])}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} isDisabled={choice.disabled} className={styles.choice}>
            <span className={styles.round} />
            <span>
              {choice.label}
              {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      {error ? <FieldError className={field.error}>{error}</FieldError> : <Text slot="description" hidden />}
    </AriaRadioGroup>
  );
}
