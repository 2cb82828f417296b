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
  const account = useAccount();
  const pages = pages_of(account);
  // Of the pages of the network a mediator has the hours of their place alone.
  const looks_only = account.memberships.every(({ role }) => role === 'mediator');
  if (pages.length < 2) return null;
  return (
    <>
      {pages.map((page) => {
        const name = looks_only && page === '/network/' ? 'ui.page.hours' : page_names[page];
        return name ? (
          <a key={page} href={page} aria-current={location.pathname.startsWith(page) ? 'page' : undefined}>
            {say(name)}
          </a>
        ) : null;
      })}
    </>
  );
}
