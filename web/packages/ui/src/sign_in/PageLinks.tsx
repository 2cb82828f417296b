// SPDX-License-Identifier: EUPL-1.2
import { pages_of } from '@parvis/api';
import { useSay, type MessageKey } from '@parvis/i18n';
import type { ReactElement } from 'react';
import { useAccount } from './RequireAccount.tsx';

const page_names: Record<string, MessageKey> = {
  '/adviser/': 'ui.page.adviser',
  '/desk/': 'ui.page.desk',
  '/network/': 'ui.page.network',
  '/partner/': 'ui.page.partner',
};

/** The pages of who works on several of them, for the navigation of PageShell. Nothing for who has one. */
export function PageLinks(): ReactElement | null {
  const say = useSay();
  const pages = pages_of(useAccount());
  if (pages.length < 2) return null;
  return (
    <>
      {pages.map((page) => {
        const name = page_names[page];
        return name ? (
          <a key={page} href={page} aria-current={location.pathname.startsWith(page) ? 'page' : undefined}>
            {say(name)}
          </a>
        ) : null;
      })}
    </>
  );
}
