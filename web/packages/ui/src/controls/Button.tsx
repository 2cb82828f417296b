// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './Button.module.css';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger' | 'accent';

export interface ButtonProps {
  children?: ReactNode;
  on_press?(): void;
  /** One primary button per view; 'danger' for what cannot be undone; 'accent' for the one thing that waits for an answer. */
  tone?: ButtonTone;
  size?: 'normal' | 'small' | 'large';
  icon?: IconName;
  /** Spoken name; required when there are no children (a button of one icon). Shown as a tooltip by the browser. */
  label?: string;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** Working: it keeps the focus and cannot be pressed again. */
  pending?: boolean;
  /** A switch: pressed or not. */
  pressed?: boolean;
  described_by?: string;
  autofocus?: boolean;
  stretch?: boolean;
  slot?: 'close';
  ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps): ReactElement {
  const { children, tone = 'secondary', size = 'normal', icon, label, pending, stretch } = props;
  const lone_icon = children === undefined;
  return (
    <AriaButton
      ref={props.ref}
      slot={props.slot}
      type={props.type ?? 'button'}
      className={classes(styles.button, styles[tone], styles[size], lone_icon && styles.lone, stretch && styles.stretch)}
      aria-label={label}
      aria-describedby={props.described_by}
      aria-pressed={props.pressed}
      isDisabled={props.disabled}
      isPending={pending}
      autoFocus={props.autofocus}
      onPress={props.on_press}
      {...(lone_icon && label !== undefined ? { render: with_title(label) } : {})}
    >
      {pending ? <span className={styles.spinner} aria-hidden /> : icon ? <Icon name={icon} /> : null}
      {lone_icon ? null : <span>{children}</span>}
    </AriaButton>
  );
}

/** React Aria's button takes no `title`; an icon without words needs one for those who see it. */
function with_title(title: string) {
  return (dom_props: React.ComponentProps<'button'>) => <button {...dom_props} title={title} />;
}
