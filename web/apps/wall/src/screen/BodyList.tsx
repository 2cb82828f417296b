// SPDX-License-Identifier: EUPL-1.2
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { StatusDot, type Tone } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from './wall.module.css';
import { about_minutes, in_order, next_shown, screens_of, told_shown, type WallLine } from './wall_model.ts';

/** What does not fit on one screen takes its turn. */
const turn_ms = 12_000;

const tones: Record<WallLine['state'], Tone> = { open: 'good', nobody_there: 'attention', closed: 'neutral' };

export function BodyList({ lines, now, zone }: { lines: readonly WallLine[]; now: number; zone: string }): ReactElement {
  const say = useSay();
  const shown = useTurn(in_order(lines));
  return (
    <ul className={styles.bodies} aria-label={say('wall.bodies')}>
      {shown.map((line) => (
        <Body key={line.group_id} line={line} now={now} zone={zone} />
      ))}
    </ul>
  );
}

function useTurn(lines: WallLine[]): WallLine[] {
  const [turn, set_turn] = useState(0);
  const screens = screens_of(lines);
  const several = screens.length > 1;
  useEffect(() => {
    if (!several) return;
    const timer = setInterval(() => set_turn((before) => before + 1), turn_ms);
    return () => clearInterval(timer);
  }, [several]);
  return screens[turn % Math.max(1, screens.length)] ?? [];
}

function Body({ line, now, zone }: { line: WallLine; now: number; zone: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const closed = line.closed_with !== undefined;
  return (
    <li className={styles.body}>
      <div className={styles.body_name}>{line.acronym}</div>
      <div className={styles.body_state}>
        <StatusDot tone={closed ? 'attention' : tones[line.state]}>{closed ? say('wall.line_closed') : <State line={line} now={now} zone={zone} />}</StatusDot>
      </div>
      {line.partner_name[language] === line.acronym ? null : <div className={styles.body_detail}>{line.partner_name[language]}</div>}
      {closed ? <p className={styles.message}>{line.closed_with}</p> : null}
      {line.expected.slice(0, told_shown).map((told) => (
        <p key={told.number} className={styles.message}>
          {say('wall.expected', { number: told.number, minutes: about_minutes(told.expected_at, now) })}
        </p>
      ))}
      {line.next.length > 0 ? (
        <p className={styles.next}>{say('wall.next', { numbers: line.next.slice(0, next_shown).join('  ·  ') + (line.next.length > next_shown ? '  …' : '') })}</p>
      ) : null}
    </li>
  );
}

function State({ line, now, zone }: { line: WallLine; now: number; zone: string }): string {
  const say = useSay();
  const { language } = useLanguage();
  if (line.state !== 'closed' || line.opens_at === undefined) return say(`wall.state.${line.state}`);
  const at = time_of_day(line.opens_at, language, zone);
  if (day(line.opens_at, language, zone) === day(now, language, zone)) return say('wall.opens_today', { at });
  return say('wall.opens_later', { at, day: day(line.opens_at, language, zone).split(' ').slice(0, 2).join(' ') });
}
