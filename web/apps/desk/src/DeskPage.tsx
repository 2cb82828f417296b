// SPDX-License-Identifier: EUPL-1.2
import { day as day_words, useLanguage, useSay } from '@parvis/i18n';
import { Button, Field, LinkStatus, Notice, PageShell, Select, useLinkState, useProblemText, useShortcut } from '@parvis/ui';
import { AccountMenu, useAccount } from '@parvis/ui/sign-in';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { BookingDialog } from './booking/BookingDialog.tsx';
import { MoveConfirm, MovePlaces } from './booking/MovePlaces.tsx';
import { MovingContext } from './booking/moving.ts';
import type { DeskAppointment } from './day/day_model.ts';
import { ExpectedPanel } from './day/ExpectedPanel.tsx';
import { SearchPanel } from './day/SearchPanel.tsx';
import { WindowsPanel } from './day/WindowsPanel.tsx';
import styles from './desk.module.css';
import { DeskContext, type DeskAtWork } from './desk_context.ts';
import { bells } from './desk_model.ts';
import { BellNotice } from './kiosks/BellNotice.tsx';
import { KioskPanel } from './kiosks/KioskPanel.tsx';
import { known_account } from './offline/desk_database.ts';
import { OutboxNotice } from './outbox/OutboxNotice.tsx';
import { useOutbox } from './outbox/use_outbox.ts';
import { FailingMessages } from './messages/FailingMessages.tsx';
import { QueuePanel } from './queue/QueuePanel.tsx';
import { WalkInDialog } from './queue/WalkInDialog.tsx';
import { WaitingPanel } from './waiting/WaitingPanel.tsx';
import { useDay } from './use_day.ts';
import { useDesk } from './use_desk.ts';
import { useLasting } from './use_lasting.ts';
import { useSiteNames } from './use_site_names.ts';
import type { Motive, Slot, TicketView } from './wire.ts';

const hardly_a_cut_ms = 2_000;

/** The mediator's page: the day of the site. */
export function DeskPage(): ReactElement {
  const account = useAccount();
  const held = account.memberships.flatMap((one) => (one.role === 'mediator' && one.site_id ? [{ site_id: one.site_id, network_id: one.network_id }] : []));
  const sites = held.map((one) => one.site_id);
  const [site_id, choose] = useState(sites[0] ?? '');
  const network_id = held.find((one) => one.site_id === site_id)?.network_id ?? '';
  return <SiteDesk key={site_id} site_id={site_id} network_id={network_id} sites={sites} choose={choose} />;
}

interface SiteDeskProps {
  site_id: string;
  network_id: string;
  sites: readonly string[];
  choose(site_id: string): void;
}

function SiteDesk({ site_id, network_id, sites, choose }: SiteDeskProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { desk, lines, link } = useDesk(site_id);
  const state = useLinkState(link);
  const online = state.status === 'online';
  const cut = useLasting(!online, hardly_a_cut_ms);
  const { day, look } = useDay({ site_id, network_id, desk, lines, online });
  const { entries, submit, settle } = useOutbox(site_id, sites, day.highest_number, online);
  const now = useNow();
  const names = useSiteNames(sites.length > 1);
  const ringing = bells(desk);
  const title = day.desk?.site.name ?? say('desk.title');
  const at_work = useMemo<DeskAtWork>(
    () => ({ site_id, day, entries, online, cut, now, link, submit, settle, look }),
    [site_id, day, entries, online, cut, now, link, submit, settle, look],
  );
  // What the server has taken is in its own lists: they are read again at once.
  useEffect(() => look(), [entries.length, look]);
  return (
    <DeskContext value={at_work}>
      <PageShell
        title={title}
        title_hidden
        width="wide"
        window_title={ringing.length > 0 ? say('desk.window_bell', { title }) : undefined}
        actions={
          <>
            {sites.length > 1 ? (
              <Select
                label={say('desk.site')}
                label_hidden
                choices={sites.map((value) => ({ value, label: names.get(value) ?? say('desk.site') }))}
                value={site_id}
                on_change={choose}
              />
            ) : null}
            <LinkStatus state={state} />
            <AccountMenu before_leaving={() => known_account.keep(null)} />
          </>
        }
      >
        {state.ended ? (
          <Notice tone="danger" live>
            {problem_text(state.ended)}
          </Notice>
        ) : null}
        {ringing.map((kiosk) => (
          <BellNotice key={kiosk.kiosk_id} kiosk={kiosk} link={link} />
        ))}
        <OutboxNotice />
        <Day title={title} />
      </PageShell>
    </DeskContext>
  );
}

type Asked = { readonly kind: 'walk_in' } | { readonly kind: 'booking'; readonly motive: Motive | null; readonly instead_of: TicketView | null } | null;

function Day({ title }: { title: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [asked, ask] = useState<Asked>(null);
  const [words, write] = useState('');
  const [now] = useState(Date.now);
  const search = useRef<HTMLInputElement>(null);
  const [carried, carry] = useState<DeskAppointment | null>(null);
  const [dropped, drop] = useState<{ appointment: DeskAppointment; slot: Slot } | null>(null);
  const moving = useMemo(() => ({ carried, carry }), [carried]);
  useShortcut({ keys: 'n', label: say('desk.walk_in'), run: () => ask({ kind: 'walk_in' }) });
  useShortcut({ keys: 'r', label: say('desk.book'), run: () => ask({ kind: 'booking', motive: null, instead_of: null }) });
  useShortcut({ keys: '/', label: say('desk.search'), run: () => search.current?.focus() });
  return (
    <MovingContext value={moving}>
      <div className={styles.top}>
        <div className={styles.place}>
          <span className={styles.place_name} aria-hidden>
            {title}
          </span>
          <span className={styles.soft}>{day_words(now, language)}</span>
        </div>
        <div className={styles.search}>
          <Field ref={search} label={say('desk.search')} type="search" value={words} on_change={write} autocomplete="off" placeholder={say('desk.search.hint')} />
        </div>
        <Button tone="primary" size="large" icon="plus" on_press={() => ask({ kind: 'walk_in' })}>
          {say('desk.walk_in')}
        </Button>
        <Button size="large" icon="calendar" on_press={() => ask({ kind: 'booking', motive: null, instead_of: null })}>
          {say('desk.book')}
        </Button>
      </div>
      {words.trim() === '' ? null : <SearchPanel words={words} />}
      <div className={styles.day}>
        <ExpectedPanel />
        <QueuePanel />
        <div className={styles.side}>
          <KioskPanel />
          <WindowsPanel />
          <WaitingPanel />
          <FailingMessages />
        </div>
        {carried ? <MovePlaces appointment={carried} on_drop={(slot) => drop({ appointment: carried, slot })} /> : null}
      </div>
      {dropped ? <MoveConfirm {...dropped} on_close={() => drop(null)} /> : null}
      {asked?.kind === 'walk_in' ? <WalkInDialog on_close={() => ask(null)} on_book={(motive, instead_of) => ask({ kind: 'booking', motive, instead_of })} /> : null}
      {asked?.kind === 'booking' ? <BookingDialog motive={asked.motive} instead_of={asked.instead_of} on_close={() => ask(null)} /> : null}
    </MovingContext>
  );
}

/** The moment, to the half minute. */
function useNow(): number {
  const [now, set_now] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
