// SPDX-License-Identifier: EUPL-1.2
import { pages_of, sign_out, sign_out_everywhere, signed_in_account, type Account, type Problem, type Role } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { createContext, use, useCallback, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { CalendarDialog } from '../calendars/CalendarDialog.tsx';
import { Button } from '../controls/Button.tsx';
import { Menu, MenuEntry } from '../controls/Menu.tsx';
import { Notice } from '../feedback/Notice.tsx';
import { useProblemText } from '../feedback/problem_text.ts';
import { show_toast } from '../feedback/Toasts.tsx';
import { PageShell } from '../frame/PageShell.tsx';
import { useShowShortcuts } from '../shortcuts/Shortcuts.tsx';

const AccountContext = createContext<Account | null>(null);

/** The account at work, inside <RequireAccount>. */
export function useAccount(): Account {
  const account = use(AccountContext);
  if (!account) throw new Error('useAccount is called outside <RequireAccount>');
  return account;
}

/** Leaves for the sign-in page, and comes back here afterwards. */
export function go_to_sign_in(): void {
  location.assign(`/?next=${encodeURIComponent(location.pathname + location.search)}`);
}

export interface KnownAccount {
  recall(): Promise<Account | null>;
  /** Nothing: nobody is signed in any more. */
  keep(account: Account | null): Promise<void>;
}

export interface RequireAccountProps {
  /** Any one of these roles opens the page. */
  roles: readonly Role[];
  /** For a page that works without a network: who was at work when the server last answered. */
  known?: KnownAccount;
  children: ReactNode;
}

/** Shows the page to an account of the right role, the sign-in page to nobody, and a plain refusal to other roles. */
export function RequireAccount({ roles, known, children }: RequireAccountProps): ReactElement | null {
  const [account, set_account] = useState<Account | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const load = useCallback(async () => {
    set_problem(null);
    const result = await signed_in_account();
    if (result.ok) {
      await known?.keep(result.value);
      set_account(result.value);
    } else if (result.error.code === 'unauthenticated') {
      await known?.keep(null);
      go_to_sign_in();
    } else {
      const recalled = (await known?.recall()) ?? null;
      if (recalled) set_account(recalled);
      else set_problem(result.error);
    }
  }, [known]);
  useEffect(() => void load(), [load]);

  if (problem) return <NotReached problem={problem} retry={() => void load()} />;
  if (!account) return null;
  const admitted = account.memberships.some((membership) => roles.includes(membership.role));
  return <AccountContext value={account}>{admitted ? children : <NotForThisRole account={account} />}</AccountContext>;
}

function NotReached({ problem, retry }: { problem: Problem; retry(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  return (
    <PageShell title={say('ui.account.not_reached')}>
      <Notice tone="danger" live actions={<Button on_press={retry}>{say('ui.try_again')}</Button>}>
        {problem_text(problem)}
      </Notice>
    </PageShell>
  );
}

function NotForThisRole({ account }: { account: Account }): ReactElement {
  const say = useSay();
  const own_page = pages_of(account)[0];
  return (
    <PageShell title={say('ui.account.other_role')} actions={<AccountMenu />}>
      <Notice tone="attention" live>
        {say('ui.account.other_role_detail', { name: account.name })}{' '}
        {own_page ? <a href={own_page}>{say('ui.account.own_page')}</a> : null}
      </Notice>
    </PageShell>
  );
}

const calendar_roles: readonly Role[] = ['mediator', 'adviser', 'partner_manager', 'coordinator', 'administrator'];

/** The name of the account at work, with calendars, shortcuts and the two ways to sign out. For the bar of PageShell. */
export function AccountMenu({ before_leaving }: { before_leaving?(): Promise<void> }): ReactElement {
  const say = useSay();
  const account = useAccount();
  const show_shortcuts = useShowShortcuts();
  const problem_text = useProblemText();
  const [calendars, show_calendars] = useState(false);
  const leave = async (end: typeof sign_out) => {
    const result = await end();
    if (result.ok || result.error.code === 'unauthenticated') {
      await before_leaving?.();
      location.assign('/');
    } else {
      show_toast({ tone: 'danger', title: problem_text(result.error) });
    }
  };
  return (
    <>
      <Menu
        label={account.name}
        trigger={
          <Button tone="quiet" icon="person">
            {account.name}
          </Button>
        }
      >
        {account.memberships.some((membership) => calendar_roles.includes(membership.role)) ? (
          <MenuEntry icon="calendar" on_press={() => show_calendars(true)}>
            {say('ui.calendars')}
          </MenuEntry>
        ) : null}
        {account.memberships.some(({ role }) => role === 'mediator') && !location.pathname.startsWith('/network/') ? (
          <MenuEntry icon="clock" on_press={() => location.assign('/network/')}>
            {say('ui.page.hours')}
          </MenuEntry>
        ) : null}
        <MenuEntry icon="keyboard" on_press={show_shortcuts}>
          {say('ui.shortcuts')}
        </MenuEntry>
        <MenuEntry icon="sign_out" on_press={() => void leave(sign_out)}>
          {say('ui.sign_out')}
        </MenuEntry>
        <MenuEntry icon="lock" on_press={() => void leave(sign_out_everywhere)}>
          {say('ui.sign_out_everywhere')}
        </MenuEntry>
      </Menu>
      {calendars ? <CalendarDialog account={account} on_close={() => show_calendars(false)} /> : null}
    </>
  );
}
