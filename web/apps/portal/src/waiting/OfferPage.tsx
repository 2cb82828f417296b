// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '@parvis/api';
import { Button, Field, Icon, Notice } from '@parvis/ui';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { WhenAndWhere } from '../booking/WhenAndWhere.tsx';
import { address_of } from '../place.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { CallLink, Go, unbroken, useWay } from '../Way.tsx';
import * as portal_wire from '../wire.ts';
import { useWords } from '../words.ts';
import { code_in, offered_place } from './waiting_days.ts';
import * as wire from './waiting_wire.ts';
import type { PublicWaiting } from './waiting_wire.ts';

/** The code of the message, taken out of the address at once: addresses are kept in histories. */
function take_code(): string | null {
  const code = code_in(location.hash);
  if (location.hash !== '') history.replaceState(null, '', address_of({ view: 'offer' }));
  return code;
}

/** Where the message of a freed place leads: the place, yes or no. */
export function OfferPage(): ReactElement {
  const words = useWords();
  const { say } = words;
  const [told] = useState(take_code);
  const [waiting, set_waiting] = useState<PublicWaiting | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [busy, set_busy] = useState(false);

  const look_up = async (code: string) => {
    set_busy(true);
    const answer = await wire.read(code);
    set_busy(false);
    if (answer.ok) set_waiting(answer.value);
    else set_problem(answer.error);
  };
  useEffect(() => {
    if (told !== null) void look_up(told);
  }, [told]);

  if (waiting) return <Answer waiting={waiting} on_change={set_waiting} />;
  return (
    <Shell title={say('portal.offer.title')} back={{ to: { view: 'find' }, name: say('portal.home') }}>
      {busy ? <p role="status">{say('portal.offer.looking')}</p> : <AskCode problem={problem} on_code={(code) => void look_up(code)} />}
    </Shell>
  );
}

function AskCode({ problem, on_code }: { problem: Problem | null; on_code(code: string): void }): ReactElement {
  const words = useWords();
  const { say } = words;
  const [code, set_code] = useState('');
  const [missing, set_missing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set_missing(code.trim() === '');
    if (code.trim() !== '') on_code(code.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={say('portal.offer.code')}
        value={code}
        on_change={set_code}
        description={say('portal.offer.code_hint')}
        error={missing ? say('portal.mine.code_missing') : problem ? words.problem(problem) : null}
        autocomplete="off"
        max_length={16}
        code
      />
      <Button type="submit" tone="primary" size="large" stretch>
        {say('portal.offer.look_up')}
      </Button>
    </form>
  );
}

interface AnswerProps {
  waiting: PublicWaiting;
  on_change(waiting: PublicWaiting): void;
}

function Answer({ waiting, on_change }: AnswerProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const way = useWay();
  const { set_mine } = usePortal();
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const { code, state, offer, papers, place, time_zone } = waiting;
  const shown = offered_place(waiting);

  const act = async (step: () => Promise<Result<PublicWaiting>>) => {
    if (busy) return;
    set_busy(true);
    set_problem(null);
    const answer = await step();
    if (answer.ok) {
      on_change(answer.value);
      scrollTo(0, 0);
    } else {
      set_problem(answer.error);
      const now = await wire.read(code);
      if (now.ok) on_change(now.value);
    }
    set_busy(false);
  };
  const show_appointment = async () => {
    const mine = await portal_wire.read(code);
    if (mine.ok) {
      set_mine(mine.value);
      way.go({ view: 'mine' });
    } else set_problem(mine.error);
  };

  const is_asked = state === 'offered' && offer !== undefined && shown !== null;
  return (
    <Shell title={is_asked ? say('portal.offer.freed') : say(`portal.offer.${state}`)} back={{ to: { view: 'find' }, name: say('portal.home') }}>
      {problem ? (
        <Notice tone="attention" live>
          {words.problem(problem)}
        </Notice>
      ) : null}
      {is_asked ? <Notice tone="attention">{say('portal.offer.until', { until: words.day_and_hour(offer.answer_until, time_zone) })}</Notice> : <p className={styles.lead}>{say(`portal.offer.${state}_detail`, { day: words.day(waiting.to_day) })}</p>}
      {shown ? <WhenAndWhere appointment={shown} /> : null}
      {shown && papers.length > 0 ? (
        <section className={styles.section} aria-labelledby="papers">
          <h2 id="papers">{shown.door === 'telephone' ? say('portal.mine.papers_at_hand') : say('portal.mine.papers')}</h2>
          <ul className={styles.papers}>
            {papers.map((paper) => (
              <li key={paper.fr}>
                <Icon name="paper" />
                <span>{words.plain(paper)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className={styles.acts}>
        {is_asked ? (
          <>
            <Button tone="primary" size="large" stretch icon="check" pending={busy} on_press={() => void act(() => wire.accept(code))}>
              {say('portal.offer.yes')}
            </Button>
            <Button stretch icon="clock" on_press={() => void act(() => wire.refuse(code, true))}>
              {say('portal.offer.another')}
            </Button>
            <Button stretch icon="close" on_press={() => void act(() => wire.refuse(code, false))}>
              {say('portal.offer.no')}
            </Button>
          </>
        ) : null}
        {state === 'accepted' ? (
          <Button tone="primary" size="large" stretch icon="calendar" on_press={() => void show_appointment()}>
            {say('portal.offer.show')}
          </Button>
        ) : null}
        {state === 'waiting' ? (
          <Button stretch icon="close" on_press={() => void act(() => wire.withdraw(code))}>
            {say('portal.offer.withdraw')}
          </Button>
        ) : null}
      </div>
      <CallLink telephone={place.telephone} look="button">
        {say('portal.site.call', { telephone: unbroken(place.telephone) })}
      </CallLink>
      {is_asked || state === 'waiting' || state === 'accepted' ? null : (
        <Go to={{ view: 'site', site: place.site_id }} look="button" icon="calendar">
          {say('portal.mine.book_again')}
        </Go>
      )}
    </Shell>
  );
}
