// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useEffect, useId, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { ShortcutBook, type Shortcut } from './shortcut_book.ts';
import { ShortcutsOverlay } from './ShortcutsOverlay.tsx';

const ShortcutContext = createContext<{ book: ShortcutBook; show(): void } | null>(null);

/** Holds the shortcuts of the page, runs them, and shows them on `?`. Rendered by AppRoot. */
export function ShortcutsProvider({ children }: { children: ReactNode }): ReactElement {
  const [book] = useState(() => new ShortcutBook(localStorage));
  const [open, set_open] = useState(false);
  const context = useMemo(() => ({ book, show: () => set_open(true) }), [book]);

  useEffect(() => {
    const on_key = (event: KeyboardEvent) => {
      if (event.key === '?' && book.may_run(event) && book.list().length > 0) {
        event.preventDefault();
        set_open(true);
        return;
      }
      book.handle(event);
    };
    window.addEventListener('keydown', on_key);
    return () => window.removeEventListener('keydown', on_key);
  }, [book]);

  return (
    <ShortcutContext value={context}>
      {children}
      {open ? <ShortcutsOverlay book={book} on_close={() => set_open(false)} /> : null}
    </ShortcutContext>
  );
}

function useShortcutContext(): { book: ShortcutBook; show(): void } {
  const context = use(ShortcutContext);
  if (!context) throw new Error('shortcuts are used outside <AppRoot>');
  return context;
}

/**
 * Makes `keys` run `run` while the component is shown and `enabled` is not false. Keys are written "s", "Ctrl+Enter",
 * "Alt+ArrowUp", "Escape". They rest while the person types in a field or a dialog is open, and can be switched off
 * by the person in the overlay shown on `?` (WCAG 2.1.4).
 */
export function useShortcut({ keys, label, run, enabled = true }: Shortcut & { enabled?: boolean }): void {
  const { book } = useShortcutContext();
  const id = useId();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    return book.register(id, { keys, label, run: () => latest.current() });
  }, [book, id, keys, label, enabled]);
}

/** Opens the list of shortcuts, for a button or a menu entry. */
export function useShowShortcuts(): () => void {
  return useShortcutContext().show;
}
