// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import styles from './Field.module.css';

export interface FieldProps {
  label: string;
  value: string;
  on_change(value: string): void;
  /** One sentence that helps before a mistake. */
  description?: ReactNode;
  /** What is wrong and what to do; replaces the description. */
  error?: string | null;
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'date' | 'time' | 'url';
  /** Name for the browser's own filling in: "username", "current-password"... */
  autocomplete?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  autofocus?: boolean;
  lines?: number;
  max_length?: number;
  placeholder?: string;
  input_mode?: 'text' | 'numeric' | 'email' | 'tel' | 'search';
  /** Short codes: wide, spaced, capital letters. */
  code?: boolean;
  /** Keep the label for screen readers only, where the place says it already. */
  label_hidden?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A labelled text field. With `lines` it is a text area. */
export function Field(props: FieldProps): ReactElement {
  const { label, value, on_change, description, error, lines } = props;
  return (
    <TextField
      className={styles.field}
      value={value}
      onChange={on_change}
      type={props.type ?? 'text'}
      name={props.name}
      autoComplete={props.autocomplete}
      isRequired={props.required}
      isDisabled={props.disabled}
      isInvalid={Boolean(error)}
      autoFocus={props.autofocus}
      maxLength={props.max_length}
      inputMode={props.input_mode}
      validationBehavior="aria"
    >
      <Label className={props.label_hidden ? 'visually-hidden' : styles.label}>{label}</Label>
      {lines === undefined ? (
        <Input ref={props.ref} className={props.code ? styles.code : styles.input} placeholder={props.placeholder} />
      ) : (
        <TextArea className={styles.input} rows={lines} placeholder={props.placeholder} />
      )}
      {description && !error ? (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      ) : null}
      <FieldError className={styles.error}>{error}</FieldError>
    </TextField>
  );
}
