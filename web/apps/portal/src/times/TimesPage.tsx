// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type Problem } from '@parvis/api';
import { Button, Notice } from '@parvis/ui';
import { useCallback, useState, type ReactElement } from 'react';
import { hold } from '../booking/held.ts';
import { counter_of, type Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { useAsked } from '../use_asked.ts';
import { CallLink, unbroken, useWay } from '../Way.tsx';
import * as wire from '../wire.ts';
import type { Door, Proposal } from '../wire.ts';
import { WaitingStep } from '../waiting/WaitingStep.tsx';
import { useWords } from '../words.ts';
import { ChosenSubjects } from './ChosenSubjects.tsx';
import { best_of_each, door_of, offers_both_from_home } from './days.ts';
import { OpenDays, type Chosen } from './OpenDays.tsx';
import { OtherWays } from './OtherWays.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { Reserved } from './Reserved.tsx';
import { Windows } from './Windows.tsx';

/** Counted once for each request in this page, also when somebody comes back to it. */
const unmet_ids = new Map<string, string>();

function unmet_id_of(site: string, motives: readonly string[]): string {
  const key = [site, ...motives].join();
  const known = unmet_ids.get(key) ?? new_ulid();
  unmet_ids.set(key, known);
  return known;
}

export interface Ask {
  /** Whose slots. */
  site: string;
  door: Door;
}

/** When? First the soonest of each of the three ways, then all open hours of the one that was touched. */
export function TimesPage({ counter, motives }: { counter: Counter; motives: readonly string[] }): ReactElement {
  const words = useWords();
  const { say } = words;
  const way = useWay();
  const { directory, set_held } = usePortal();
  const { site_id: site, network } = counter;
  const named = motives.flatMap((id) => network.motives.find((one) => one.motive_id === id) ?? []);
  const question = useCallback(() => wire.proposals(site, unmet_id_of(site, motives), motives), [site, motives]);
  const proposals = useAsked(question);
  const [days_of, show_days_of] = useState<Ask | null>(null);
  const [busy, set_busy] = useState<number | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [round, set_round] = useState(0);

  const choose = async (chosen: Chosen, from: Ask) => {
    if (busy !== null) return;
    set_busy(chosen.starts_at);
    const held = await hold({ supply_id: chosen.supply_id, starts_at: chosen.starts_at, door: from.door, site_id: from.site, motives: [...motives] });
    set_busy(null);
    if (held.ok) {
      set_problem(null);
      set_held(held.value);
      way.go({ view: 'form', site, motives });
      return;
    }
    set_problem(held.error);
    set_round((before) => before + 1);
    proposals.again();
    scrollTo(0, 0);
  };

  const ask_of = (proposal: Proposal): Ask => ({ site: proposal.site?.site_id ?? site, door: door_of(proposal) });
  const ways = proposals.state === 'here' ? best_of_each(proposals.value.proposals) : [];
  const met = proposals.state === 'here' ? proposals.value.in_person : undefined;
  const in_person = met ? [{ kind: met.kind, best: met }] : [];
  const title = named.map((one) => words.plain(one.label)).join(', ') || say('portal.times.title');

  return (
    <Shell title={title} network_name={network.name} back={{ to: named[0] ? { view: 'subject', site, subject: named[0].subject } : { view: 'site', site }, name: say('portal.times.other_subject') }}>
      {problem ? (
        <Notice tone="attention" live>
          {words.problem(problem)}
        </Notice>
      ) : null}
      <ChosenSubjects counter={counter} chosen={named} />
      <Reserved counter={counter} motives={named}>
        {proposals.state === 'asking' ? <p role="status">{say('portal.times.looking')}</p> : null}
        {proposals.state === 'failed' ? (
          <Notice tone="danger" live actions={<Button on_press={proposals.again}>{say('ui.try_again')}</Button>}>
            {words.problem(proposals.problem)}
          </Notice>
        ) : null}
        {proposals.state === 'here' ? (
          <>
            <section className={styles.section} aria-labelledby="soonest">
              <h2 id="soonest">{say('portal.times.soonest')}</h2>
              {ways.map(({ kind, best }) => (best === null && kind !== met?.kind ? <p key={kind}>{say(`portal.way.none_${kind}`)}</p> : null))}
              <ul className={styles.ways}>
                {[...ways, ...in_person].map(({ kind, best }) =>
                  best === null ? null : (
                    <li key={`${kind} ${best.doors.join()}`}>
                      <ProposalCard
                        kind={kind}
                        proposal={best}
                        counter={counter}
                        zone={proposals.value.time_zone}
                        pending={busy === best.starts_at}
                        on_take={(taken) => void choose(taken, ask_of(taken))}
                        on_other_times={(taken) => show_days_of(ask_of(taken))}
                        on_screen_at_home={offers_both_from_home(best) ? (taken) => void choose(taken, { site, door: 'home' }) : undefined}
                      />
                    </li>
                  ),
                )}
                <OtherWays found={proposals.value} counter={counter} />
              </ul>
            </section>
            {days_of ? (
              <OpenDays
                key={`${days_of.site} ${days_of.door} ${round}`}
                ask={days_of}
                counter={counter_of(directory, days_of.site) ?? counter}
                motives={motives}
                busy={busy}
                on_choose={(chosen) => void choose(chosen, days_of)}
              />
            ) : null}
            <Windows windows={proposals.value.windows} counter={counter} />
            <WaitingStep counter={counter} motives={motives} proposals={proposals.value} unmet_id={unmet_id_of(site, motives)} />
            <section className={styles.section} aria-labelledby="nothing_suits">
              <h2 id="nothing_suits">{say('portal.times.nothing_suits')}</h2>
              <p>{say('portal.times.nothing_suits_detail')}</p>
              <CallLink telephone={counter.telephone} look="button">
                {say('portal.site.call', { telephone: unbroken(counter.telephone) })}
              </CallLink>
            </section>
          </>
        ) : null}
      </Reserved>
    </Shell>
  );
}
