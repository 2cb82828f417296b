// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type Result } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { day_words, hour_words } from '@parvis/i18n/local_time';
import { Button, Card, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { BaseHoursProps } from './BaseHours.tsx';
import { ClosureDialog } from './ClosureDialog.tsx';
import { DayDialog } from './DayDialog.tsx';
import styles from './hours.module.css';
import { SeasonDialog } from './SeasonDialog.tsx';

type Opened = 'day' | 'season' | 'closure' | null;

/** Days, seasons and closures that are unlike other weeks. */
export function SpecialDays({ network, calendar, may_change, on_change }: BaseHoursProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [opened, set_opened] = useState<Opened>(null);
  const { site_id, time_zone } = calendar;
  const date = (day: string) => day_words(day, language, { weekday: 'short', day: 'numeric', month: 'long' });
  const hours = (periods: readonly { from_minute: number; to_minute: number }[]) =>
    periods.length === 0 ? say('network.hours.closed') : periods.map(({ from_minute, to_minute }) => `${hour_words(from_minute, language)} – ${hour_words(to_minute, language)}`).join(', ');
  const remove = async (doing: Promise<Result<unknown>>) => {
    const done = await doing;
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
    on_change();
  };
  const close = (changed: boolean) => {
    set_opened(null);
    if (changed) on_change();
  };
  const where = ({ room_id, kiosk_id }: { room_id?: string; kiosk_id?: string }) => {
    const kiosk = network.kiosks.find((each) => each.kiosk_id === kiosk_id);
    if (kiosk) return kiosk.name;
    return say(room_id ? 'network.hours.closure_room' : 'network.hours.closure_site');
  };
  const add = (what: Exclude<Opened, null>, words: string) =>
    may_change ? (
      <Button size="small" icon="plus" on_press={() => set_opened(what)}>
        {words}
      </Button>
    ) : undefined;
  const bin = (label: string, doing: () => Promise<Result<unknown>>) => (may_change ? <Button size="small" tone="quiet" icon="trash" label={label} on_press={() => void remove(doing())} /> : null);
  return (
    <div className={styles.stack}>
      <Card title={say('network.hours.days')} actions={add('day', say('network.hours.day_add'))}>
        {calendar.exceptions.length === 0 ? <p className={styles.soft}>{say('network.hours.days_none')}</p> : null}
        <ul className={styles.list}>
          {calendar.exceptions.map((each) => (
            <li key={each.day}>
              <span>
                <b>{date(each.day)}</b> · {hours(each.hours)} · {each.reason}
              </span>
              {bin(say('network.hours.remove_day', { day: date(each.day) }), () => ask(http.DELETE('/api/v1/sites/{site_id}/exceptions/{day}', { params: { path: { site_id, day: each.day } } })))}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('network.hours.seasons')} actions={add('season', say('network.hours.season_add'))}>
        {calendar.seasons.length === 0 ? <p className={styles.soft}>{say('network.hours.seasons_none')}</p> : null}
        <ul className={styles.list}>
          {calendar.seasons.map(({ season_id, season }) => (
            <li key={season_id}>
              <span>
                <b>{season.name}</b> · {say('network.hours.days_from_to', { from: date(season.first_day), to: date(season.last_day) })}
              </span>
              {bin(say('network.hours.remove_season', { name: season.name }), () => ask(http.DELETE('/api/v1/sites/{site_id}/seasons/{season_id}', { params: { path: { site_id, season_id } } })))}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('network.hours.closures')} actions={add('closure', say('network.hours.closure_add'))}>
        {calendar.closures.length === 0 ? <p className={styles.soft}>{say('network.hours.closures_none')}</p> : null}
        <ul className={styles.list}>
          {calendar.closures.map((each) => (
            <li key={each.closure_id}>
              <span>
                <b>{where(each)}</b> · {say('network.hours.days_from_to', { from: day_and_time(each.from, language, time_zone), to: day_and_time(each.to, language, time_zone) })} · {each.reason}
              </span>
              {bin(say('network.hours.remove_closure', { reason: each.reason }), () => ask(http.DELETE('/api/v1/place_closures/{closure_id}', { params: { path: { closure_id: each.closure_id } } })))}
            </li>
          ))}
        </ul>
      </Card>
      {opened === 'day' ? <DayDialog calendar={calendar} on_close={close} /> : null}
      {opened === 'season' ? <SeasonDialog calendar={calendar} on_close={close} /> : null}
      {opened === 'closure' ? <ClosureDialog network={network} calendar={calendar} on_close={close} /> : null}
    </div>
  );
}
