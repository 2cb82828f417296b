// SPDX-License-Identifier: EUPL-1.2
export interface Shortcut {
  /** "s", "Ctrl+Enter", "Alt+ArrowUp"... as KeyboardEvent.key names them. */
  keys: string;
  /** What it does, in the page's language, as the overlay shows it. */
  label: string;
  run(): void;
}

const storage_key = 'parvis.shortcuts';

/** The shortcuts of one page, and whether the person wants them. */
export class ShortcutBook {
  private readonly shortcuts_ = new Map<string, Shortcut>();
  private readonly storage_: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.storage_ = storage;
  }

  get enabled(): boolean {
    return this.storage_.getItem(storage_key) !== 'off';
  }

  set enabled(value: boolean) {
    this.storage_.setItem(storage_key, value ? 'on' : 'off');
  }

  /** Returns the function that takes the shortcut back. */
  register(id: string, shortcut: Shortcut): () => void {
    this.shortcuts_.set(id, shortcut);
    return () => {
      this.shortcuts_.delete(id);
    };
  }

  list(): Shortcut[] {
    return [...this.shortcuts_.values()];
  }

  /** False while a field has the focus or a dialog is open. */
  may_run(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.repeat || event.isComposing) return false;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox]')) {
      return false;
    }
    // React Aria gives toasts the role of a dialog too, but they take nothing from the page.
    return document.querySelector('[role=dialog], [role=alertdialog]:not([aria-modal=false])') === null;
  }

  /** Runs the shortcut that the event means, if any. */
  handle(event: KeyboardEvent): boolean {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && !this.enabled) return false;
    if (!this.may_run(event)) return false;
    const meant = this.list().find((shortcut) => matches(shortcut.keys, event));
    if (!meant) return false;
    event.preventDefault();
    meant.run();
    return true;
  }
}

/** Whether the event is the combination `keys`. Shift is part of the character unless it is written. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = new Set(parts.slice(0, -1));
  if (event.ctrlKey !== modifiers.has('Ctrl') || event.altKey !== modifiers.has('Alt')) return false;
  if (event.metaKey !== modifiers.has('Meta')) return false;
  if (modifiers.has('Shift') && !event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
