// SPDX-License-Identifier: EUPL-1.2
import { signed_in_account, type Account } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Notice, PageShell } from '@parvis/ui';
import { page_after_sign_in, SignInPage } from '@parvis/ui/sign-in';
import { useEffect, useState, type ReactElement } from 'react';

/** The root page: whoever is signed in goes on to their work, whoever is not signs in. */
export function Page(): ReactElement | null {
  const say = useSay();
  const [step, set_step] = useState<'asking' | 'sign_in' | 'no_role'>('asking');

  const go_on = (account: Account) => {
    const page = page_after_sign_in(account, new URLSearchParams(location.search).get('next'));
    if (page === null) set_step('no_role');
    else location.replace(page);
  };

  useEffect(() => {
    void signed_in_account().then((result) => (result.ok ? go_on(result.value) : set_step('sign_in')));
  }, []);

  switch (step) {
    case 'asking':
      return null;
    case 'sign_in':
      return <SignInPage aside={<a href="/portal/">{say('home.citizens')}</a>} on_signed_in={go_on} />;
    case 'no_role':
      return (
        <PageShell title={say('home.title')}>
          <Notice tone="attention">{say('home.no_role')}</Notice>
        </PageShell>
      );
  }
}
