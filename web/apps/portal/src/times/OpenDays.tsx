// SPDX-License-Identifier: EUPL-1.2
import { Button, Notice } from '@parvis/ui';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { day_after, local_time } from '../spoken_time.ts';
import { useAsked } from '../use_asked.ts';
import * as wire from '../wire.ts';
import type { Slot } from '../wire.ts';
import { useWords } from '../words.ts';
import { days_of } from './days.ts';
import type { Ask } from './TimesPage.tsx';

export type Chosen = Pick<Slot, 'supply_id' | 'starts_at'>;

/** The server looks at most this far at once. */
const span_days = 61;
const days_at_first = 4;
const days_more = 6;

export interface OpenDaysProps {
  ask: Ask;
  counter: Counter;
  motives: readonly string[];
  /** The appointment that is moved. */
  moving?: string;
  /** The start that is being asked for. */
  busy: number | null;
  on_choose(chosen: Chosen): void;
}

/** All open hours, day by day; a touch takes one. */
export function OpenDays({ ask, counter, motives, moving, busy, on_choose }: OpenDaysProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const zone = counter.network.time_zone;
  const [shown, set_shown] = useState(days_at_first);
  const [first_day, set_first_day] = useState(() => local_time(Date.now(), zone).day);
  const heading = useRef<HTMLHeadingElement>(null);
  const { site, door } = ask;
  const question = useCallback(() => {
    const until = day_after(first_day, span_days);
    return wire.slots({ site, motives, door, from: first_day, to: until, ...(moving === undefined ? {} : { moving }) });
  }, [site, motives, door, moving, first_day]);
  const slots = useAsked(question);

  useEffect(() => heading.current?.focus(), []);

  const days = slots.state === 'here' ? days_of(slots.value.slots, zone) : [];
  const last_day = days.at(-1)?.day;
  const go_on = () => {
    if (days.length > shown) return set_shown((before) => before + days_more);
    // The answer was cut within its last day, so the next one begins there.
    if (last_day !== undefined) set_first_day(last_day);
    set_shown(days_more);
  };
  const heading_of = (by: Ask['door']): string => {
    if (by === 'telephone' || by === 'home') return say(`portal.days_by_${by}`);
    return say(by === 'on_site' ? 'portal.days_in_person' : 'portal.days_at', { name: counter.name });
  };
  const part = (name: string, part_slots: readonly Slot[], day: string) =>
    part_slots.length === 0 ? null : (
      <div className={styles.part}>
        <h4 className={styles.part_name}>{name}</h4>
        <ul className={styles.hours}>
          {part_slots.map((slot) => (
            <li key={slot.starts_at}>
              <Button
                stretch
                pending={busy === slot.starts_at}
                on_press={() => on_choose(slot)}
                label={say('portal.day_and_hour', { day: words.day(day), hour: words.hour(slot.starts_at, zone) })}
              >
                {words.hour(slot.starts_at, zone)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    );

  return (
    <section className={styles.section} aria-labelledby="open_days">
      <h2 id="open_days" ref={heading} tabIndex={-1} className={styles.target}>
        {heading_of(door)}
      </h2>
      {slots.state === 'asking' ? <p role="status">{say('portal.times.looking')}</p> : null}
      {slots.state === 'failed' ? (
        <Notice tone="danger" live actions={<Button on_press={slots.again}>{say('ui.try_again')}</Button>}>
          {words.problem(slots.problem)}
        </Notice>
      ) : null}
      {slots.state === 'here' && days.length === 0 ? <Notice tone="attention">{say('portal.days_none')}</Notice> : null}
      <ol className={styles.cards}>
        {days.slice(0, shown).map(({ day, morning, afternoon }) => (
          <li key={day} className={styles.card}>
            <h3 className={styles.day}>{words.day(day)}</h3>
            {part(say('portal.morning'), morning, day)}
            {part(say('portal.afternoon'), afternoon, day)}
          </li>
        ))}
      </ol>
      {days.length > shown || (slots.state === 'here' && slots.value.more && last_day !== first_day) ? (
        <Button size="large" stretch on_press={go_on}>
          {say('portal.days_more')}
        </Button>
      ) : null}
    </section>
  );
}
