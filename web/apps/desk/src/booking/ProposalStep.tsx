// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type Problem } from '@parvis/api';
import { day, day_and_time, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Icon, Notice, useProblemText, type IconName } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { is_passing } from '../outbox/outbox_model.ts';
import type { Motive, Proposal, Proposals } from '../wire.ts';
import type { ChosenPlace } from './BookingDialog.tsx';
import { WaitingWay } from '../waiting/WaitingWay.tsx';
import { SlotList } from './SlotList.tsx';
import { useSlots } from './use_slots.ts';

/** At least one: nothing is "0 km" away. */
const whole_kilometres = (metres: number) => Math.max(1, Math.round(metres / 1000));

interface ProposalStepProps {
  motives: readonly Motive[];
  on_choose(slot: ChosenPlace): void;
  on_close(): void;
  /** The server does not answer: what is planned has to do. */
  on_cut(): void;
}

/** The next moment here, nearby, and without going anywhere; then all others here. */
export function ProposalStep({ motives, on_choose, on_close, on_cut }: ProposalStepProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { site_id, day: known } = useDeskAtWork();
  const [unmet_id] = useState(new_ulid);
  const [found, set_found] = useState<Proposals | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const ids = motives.map((one) => one.motive_id).join();
  const cut = useRef(on_cut);
  useEffect(() => {
    cut.current = on_cut;
  });
  useEffect(() => {
    void ask(http.POST('/api/v1/sites/{site_id}/proposals', { params: { path: { site_id } }, body: { unmet_id, motives: ids.split(',') } })).then((answer) => {
      if (answer.ok) set_found(answer.value);
      else if (is_passing(answer.error)) cut.current();
      else set_problem(answer.error);
    });
  }, [site_id, unmet_id, ids]);
  const here = known.desk?.site.name ?? '';
  const refuse = async () => {
    await ask(http.PUT('/api/v1/unmet_requests/{unmet_id}', { params: { path: { unmet_id } }, body: { site_id, motives: ids.split(',') } }));
    on_close();
  };

  if (problem) return <Notice tone="danger">{problem_text(problem)}</Notice>;
  if (!found) return <p className={styles.soft}>{say('desk.booking.searching')}</p>;
  return (
    <>
      {found.unmet ? <Notice tone="attention">{say(`desk.unmet.${found.unmet}`, { site: here })}</Notice> : null}
      <ul className={styles.proposals}>
        {found.proposals.map((proposal) => (
          <li key={`${proposal.kind} ${proposal.starts_at} ${proposal.site?.site_id ?? ''}`}>
            <ProposalButton proposal={proposal} here={here} site_id={site_id} zone={found.time_zone} on_choose={on_choose} />
          </li>
        ))}
        {found.in_person ? (
          <li>
            <ProposalButton proposal={found.in_person} here={here} site_id={site_id} zone={found.time_zone} on_choose={on_choose} />
          </li>
        ) : null}
      </ul>
      {found.proposals.length === 0 && !found.in_person ? <p className={styles.large}>{say('desk.booking.nothing')}</p> : null}
      {found.windows.length > 0 ? (
        <Notice title={say('desk.booking.windows')}>
          {found.windows.map((one) => `${day_and_time(one.from, language, found.time_zone)} – ${time_of_day(one.to, language, found.time_zone)}`).join(' ; ')}
        </Notice>
      ) : null}
      {found.nearby_windows.length > 0 ? (
        <Notice title={say('desk.booking.windows_near')}>
          {found.nearby_windows
            .map((one) => `${one.site.name} (${say('desk.booking.kilometres', { km: whole_kilometres(one.metres) })}), ${day_and_time(one.from, language, found.time_zone)} – ${time_of_day(one.to, language, found.time_zone)}`)
            .join(' ; ')}
        </Notice>
      ) : null}
      <AllHere ids={ids} door="kiosk" on_choose={on_choose} />
      {found.in_person?.kind === 'here' ? <AllHere ids={ids} door="on_site" on_choose={on_choose} /> : null}
      <WaitingWay motives={motives} proposals={found} unmet_id={unmet_id} on_joined={on_close} />
      <div>
        <Button tone="quiet" icon="close" on_press={() => void refuse()}>
          {say('desk.booking.nothing_suits')}
        </Button>
      </div>
    </>
  );
}

const all_words = { kiosk: 'desk.booking.all_here', on_site: 'desk.booking.all_in_person' } as const;

interface AllHereProps {
  /** Of the subjects, with commas between. */
  ids: string;
  door: keyof typeof all_words;
  on_choose(slot: ChosenPlace): void;
}

/** All moments here by one door, folded away; nothing when there is none. */
function AllHere({ ids, door, on_choose }: AllHereProps): ReactElement | null {
  const say = useSay();
  const { site_id, day: known } = useDeskAtWork();
  const { list } = useSlots(site_id, ids.split(','), door);
  const here = known.desk?.site.name ?? '';
  if (!list || list.slots.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{say(all_words[door], { site: here })}</summary>
      <SlotList slots={list.slots} zone={list.time_zone} on_choose={(slot) => on_choose({ ...slot, door, site_id, place: here })} />
    </details>
  );
}

const icons: Record<Proposal['kind'], IconName> = { here: 'kiosk', nearby: 'site', remote: 'phone' };

interface ProposalButtonProps {
  proposal: Proposal;
  here: string;
  site_id: string;
  zone: string;
  on_choose(slot: ChosenPlace): void;
}

function ProposalButton({ proposal, here, site_id, zone, on_choose }: ProposalButtonProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { kind, starts_at, supply_id, site, doors, metres } = proposal;
  const place = kind === 'here' ? here : (site?.name ?? '');
  const [first = 'kiosk', ...others] = doors;
  const comes_there = first === 'on_site';
  const at_place = comes_there ? say('desk.booking.in_person', { place }) : place;
  const where = kind === 'remote' ? say(`desk.door.${first}`) : at_place;
  const distance = kind === 'nearby' ? say('desk.booking.kilometres', { km: whole_kilometres(metres) }) : '';
  const choose = (door: typeof first) => on_choose({ supply_id, starts_at, door, site_id: kind === 'nearby' ? (site?.site_id ?? site_id) : site_id, place });
  return (
    <>
      <button type="button" className={styles.proposal} onClick={() => choose(first)}>
        <Icon name={comes_there ? 'people' : icons[kind]} size="large" />
        <span className={styles.proposal_words}>
          <span className={styles.soft}>
            {[where, distance].filter(Boolean).join(' · ')}
          </span>
          <strong>{day(starts_at, language, zone)}</strong>
          <span className={styles.proposal_time}>{time_of_day(starts_at, language, zone)}</span>
        </span>
      </button>
      {others.map((door) => (
        <Button key={door} tone="quiet" size="small" stretch on_press={() => choose(door)}>
          {say('desk.booking.or_door', { door: say(`desk.door.${door}`) })}
        </Button>
      ))}
    </>
  );
}
