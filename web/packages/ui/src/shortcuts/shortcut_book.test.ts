// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { matches, ShortcutBook } from './shortcut_book.ts';

let book: ShortcutBook;
let ran: string[];

beforeEach(() => {
  localStorage.clear();
  book = new ShortcutBook(localStorage);
  ran = [];
  for (const keys of ['s', 'Ctrl+Enter']) book.register(keys, { keys, label: keys, run: () => ran.push(keys) });
});

afterEach(() => {
  document.body.innerHTML = '';
});

function press(key: string, options: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  target.dispatchEvent(event);
  book.handle(event);
  return event;
}

function place(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild ?? document.body;
}

describe('keyboard shortcuts', () => {
  test('run by their key, in small or capital letter, and keep it from the browser', () => {
    expect(press('s').defaultPrevented).toBe(true);
    press('S', { shiftKey: true });
    expect(ran).toEqual(['s', 's']);
  });

  test('need exactly their modifiers', () => {
    press('Enter');
    press('s', { ctrlKey: true });
    press('s', { altKey: true });
    expect(ran).toEqual([]);
    press('Enter', { ctrlKey: true });
    expect(ran).toEqual(['Ctrl+Enter']);
  });

  test('an unknown key is left to the browser', () => {
    expect(press('x').defaultPrevented).toBe(false);
  });

  test.each(['<input type="text">', '<textarea></textarea>', '<select></select>', '<div contenteditable="true"></div>', '<ul role="menu"></ul>'])(
    'rest while the person types in %s',
    (html) => {
      press('s', {}, place(html));
      expect(ran).toEqual([]);
    },
  );

  test('work on a checkbox, where letters mean nothing', () => {
    press('s', {}, place('<input type="checkbox">'));
    expect(ran).toEqual(['s']);
  });

  test('rest while a dialog is open', () => {
    place('<div role="dialog"></div>');
    press('s');
    expect(ran).toEqual([]);
  });

  test('a key held down runs once', () => {
    press('s');
    press('s', { repeat: true });
    expect(ran).toEqual(['s']);
  });

  test('of one key can be switched off, and stay off on the next visit; those with Ctrl go on', () => {
    book.enabled = false;
    press('s');
    press('Enter', { ctrlKey: true });
    expect(ran).toEqual(['Ctrl+Enter']);
    expect(new ShortcutBook(localStorage).enabled).toBe(false);
  });

  test('a shortcut taken back does not run and is not listed', () => {
    const take_back = book.register('p', { keys: 'p', label: 'print', run: () => ran.push('p') });
    expect(book.list()).toHaveLength(3);
    take_back();
    press('p');
    expect(ran).toEqual([]);
    expect(book.list()).toHaveLength(2);
  });

  test('arrows and named keys are written as the browser names them', () => {
    expect(matches('Alt+ArrowUp', new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true }))).toBe(true);
    expect(matches('Escape', new KeyboardEvent('keydown', { key: 'Escape' }))).toBe(true);
  });
});
