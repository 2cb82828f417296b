// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../controls/Button.tsx';
import { classes } from '../frame/classes.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  is_open: boolean;
  /** Asked to close: Escape, the cross, a press outside (the last two only when dismissable). */
  on_close?(): void;
  children: ReactNode;
  /** Buttons at the bottom, the one that goes on last. */
  actions?: ReactNode;
  /** Whether it may be left without an answer. */
  dismissable?: boolean;
  size?: 'normal' | 'wide' | 'full';
  /** An interruption that must be answered. */
  alert?: boolean;
}

/** A modal dialog: keeps the focus inside, hides the rest from assistive technologies, gives the focus back. */
export function Dialog(props: DialogProps): ReactElement {
  const { title, is_open, on_close, children, actions, dismissable = false, size = 'normal', alert } = props;
  const say = useSay();
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen={is_open}
      onOpenChange={(open) => {
        if (!open) on_close?.();
      }}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!on_close}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog} role={alert ? 'alertdialog' : 'dialog'}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {dismissable && on_close ? <Button tone="quiet" icon="close" label={say('ui.close')} on_press={on_close} /> : null}
          </header>
          <div className={styles.body}>{children}</div>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
