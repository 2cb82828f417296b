// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type Account, type Problem } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Field } from '../controls/Field.tsx';
import { Select } from '../controls/Select.tsx';
import { Dialog } from '../feedback/Dialog.tsx';
import { Notice } from '../feedback/Notice.tsx';
import { useProblemText } from '../feedback/problem_text.ts';
import { show_toast } from '../feedback/Toasts.tsx';
import styles from './CalendarDialog.module.css';
import { subject_of_feed, subjects_of, type CalendarFeed, type Network } from './feed_subjects.ts';

/** Secret addresses that give a calendar one's own sessions, or the appointments of a site, a group or a body: made, copied once, revoked. */
export function CalendarDialog({ account, on_close }: { account: Account; on_close(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [network, set_network] = useState<Network | null>(null);
  const [feeds, set_feeds] = useState<readonly CalendarFeed[] | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [address, set_address] = useState<string | null>(null);
  const load = useCallback(async () => {
    const seen = await ask(http.GET('/api/v1/network'));
    const first = seen.ok ? seen.value.networks[0] : undefined;
    if (!seen.ok) set_problem(seen.error);
    if (!first) return;
    set_network(first);
    const kept = await ask(http.GET('/api/v1/networks/{network_id}/calendar_feeds', { params: { path: { network_id: first.network_id } } }));
    if (kept.ok) set_feeds(kept.value.feeds);
    else set_problem(kept.error);
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <Dialog title={say('ui.calendars')} is_open dismissable size="wide" on_close={on_close}>
      <div className={styles.stack}>
        <p>{say('ui.calendars.detail')}</p>
        {problem ? (
          <Notice tone="danger" live>
            {problem_text(problem)}
          </Notice>
        ) : null}
        {address === null ? null : <NewAddress address={address} />}
        {network && address === null ? (
          <MakeFeed
            account={account}
            network={network}
            on_made={(made) => {
              set_address(made);
              void load();
            }}
          />
        ) : null}
        {network && feeds ? <KeptFeeds feeds={feeds} network={network} on_change={() => void load()} /> : null}
      </div>
    </Dialog>
  );
}

function NewAddress({ address }: { address: string }): ReactElement {
  const say = useSay();
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    show_toast({ tone: 'good', title: say('ui.copied') });
  };
  return (
    <Notice
      tone="good"
      live
      title={say('ui.calendars.made')}
      actions={
        <Button icon="papers" on_press={() => void copy()}>
          {say('ui.copy')}
        </Button>
      }
    >
      <p className={styles.address}>{address}</p>
    </Notice>
  );
}

interface MakeFeedProps {
  account: Account;
  network: Network;
  on_made(address: string): void;
}

function MakeFeed({ account, network, on_made }: MakeFeedProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const subjects = subjects_of(account, network, say('ui.calendars.own'));
  const [chosen, choose] = useState(subjects[0]?.key ?? null);
  const [name, set_name] = useState('');
  const [pending, set_pending] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [feed_id] = useState(new_ulid);
  const make = async () => {
    const subject = subjects.find((one) => one.key === chosen);
    if (!subject || pending) return;
    set_pending(true);
    const params = { path: { network_id: network.network_id, feed_id } };
    const made = await ask(http.PUT('/api/v1/networks/{network_id}/calendar_feeds/{feed_id}', { params, body: { ...subject.wish, name: name.trim(), language } }));
    set_pending(false);
    if (made.ok) on_made(`${location.origin}${made.value.path}`);
    else set_problem(made.error);
  };
  return (
    <form
      className={styles.make}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Select label={say('ui.calendars.whose')} choices={subjects.map(({ key, label }) => ({ value: key, label }))} value={chosen} on_change={choose} />
      <Field label={say('ui.calendars.name')} value={name} on_change={set_name} description={say('ui.calendars.name_hint')} error={problem ? problem_text(problem) : null} autocomplete="off" max_length={100} />
      <div>
        <Button type="submit" tone="primary" icon="calendar" pending={pending}>
          {say('ui.calendars.make')}
        </Button>
      </div>
    </form>
  );
}

interface KeptFeedsProps {
  feeds: readonly CalendarFeed[];
  network: Network;
  on_change(): void;
}

function KeptFeeds({ feeds, network, on_change }: KeptFeedsProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const revoke = async (feed_id: string) => {
    const done = await ask(http.DELETE('/api/v1/calendar_feeds/{feed_id}', { params: { path: { feed_id } } }));
    show_toast(done.ok ? { tone: 'good', title: say('ui.calendars.revoked') } : { tone: 'danger', title: problem_text(done.error) });
    on_change();
  };
  if (feeds.length === 0) return <p className={styles.soft}>{say('ui.calendars.none')}</p>;
  return (
    <ul className={styles.feeds} aria-label={say('ui.calendars.kept')}>
      {feeds.map((feed) => (
        <li key={feed.feed_id}>
          <span className={styles.words}>
            <strong>{feed.name}</strong>
            <span className={styles.soft}>
              {subject_of_feed(feed, network, say('ui.calendars.own'))} · {day_and_time(feed.made_at, language)}
            </span>
          </span>
          <Button size="small" icon="trash" on_press={() => void revoke(feed.feed_id)} label={say('ui.calendars.revoke_named', { name: feed.name })}>
            {say('ui.calendars.revoke')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
