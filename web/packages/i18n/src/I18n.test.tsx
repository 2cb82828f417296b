// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogues } from './catalogues/kiosk.ts';
import { I18n, SayRich, useLanguage, useSay } from './index.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function Page(): ReactElement {
  const say = useSay();
  const { language, set_language } = useLanguage();
  return (
    <div>
      <h1>{say('ui.page_of', { page: 2, pages: 3 })}</h1>
      <p>
        <SayRich id="ui.link.offline" values={{ since: <b>14:05</b> }} />
      </p>
      <button onClick={() => set_language(language === 'fr' ? 'en' : 'fr')}>{language}</button>
    </div>
  );
}

const open = (props: { initial?: 'fr' | 'en'; remember?: boolean } = {}) =>
  render(
    <I18n catalogues={catalogues} {...props}>
      <Page />
    </I18n>,
  );

describe('a page in two languages', () => {
  test('shows its sentences with their values, and elements inside them', async () => {
    open({ initial: 'fr' });
    expect((await screen.findByRole('heading')).textContent).toBe('Page 2 sur 3');
    expect(screen.getByText('14:05').tagName).toBe('B');
    expect(document.documentElement.lang).toBe('fr');
  });

  test('changes language without losing the page, and remembers the choice', async () => {
    const { unmount } = open({ initial: 'fr' });
    fireEvent.click(await screen.findByRole('button', { name: 'fr' }));
    await screen.findByText('Page 2 of 3');
    expect(document.documentElement.lang).toBe('en');
    unmount();
    open();
    expect(await screen.findByText('Page 2 of 3')).toBeTruthy();
  });

  test('the kiosk remembers nothing: the next citizen starts in French', async () => {
    const { unmount } = open({ initial: 'fr', remember: false });
    fireEvent.click(await screen.findByRole('button', { name: 'fr' }));
    await screen.findByText('Page 2 of 3');
    unmount();
    expect(localStorage.length).toBe(0);
    open({ initial: 'fr', remember: false });
    expect(await screen.findByText('Page 2 sur 3')).toBeTruthy();
  });
});
