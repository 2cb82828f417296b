// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { useState, type ReactElement } from 'react';
import { Checkbox } from '../controls/Checkbox.tsx';
import { Dialog } from '../feedback/Dialog.tsx';
import type { ShortcutBook } from './shortcut_book.ts';
import styles from './ShortcutsOverlay.module.css';

export interface ShortcutsOverlayProps {
  book: ShortcutBook;
  on_close(): void;
}

export function ShortcutsOverlay({ book, on_close }: ShortcutsOverlayProps): ReactElement {
  const say = useSay();
  const [enabled, set_enabled] = useState(book.enabled);
  return (
    <Dialog title={say('ui.shortcuts')} is_open on_close={on_close} dismissable>
      <dl className={styles.list}>
        {book.list().map((shortcut) => (
          <div key={`${shortcut.keys} ${shortcut.label}`} className={styles.row}>
            <dt>
              {shortcut.keys.split('+').map((key) => (
                <kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
              ))}
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{say('ui.shortcuts_show')}</dd>
        </div>
      </dl>
      <Checkbox
        is_selected={enabled}
        on_change={(value) => {
          book.enabled = value;
          set_enabled(value);
        }}
      >
        {say('ui.shortcuts_enabled')}
      </Checkbox>
    </Dialog>
  );
}
