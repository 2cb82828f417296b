// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { default_zone, useLanguage, useSay } from '@parvis/i18n';
import { add_days, day_words, hour_words, local_of, today_in } from '@parvis/i18n/local_time';
import { Badge, Button, Card } from '@parvis/ui';
import { CalendarDialog, useAccount } from '@parvis/ui/sign-in';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';

type OwnDuties = components['schemas']['OwnDuties'];

const days_shown = 14;

/** The sessions that this adviser is named for in the coming two weeks. Nothing where nobody is named. */
export function OwnDuties({ news }: { news: string }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  const account = useAccount();
  const network_id = account.memberships.find(({ role }) => role === 'adviser')?.network_id;
  const [own, set_own] = useState<OwnDuties | null>(null);
  const [calendars, show_calendars] = useState(false);
  useEffect(() => {
    if (!network_id) return;
    let wanted = true;
    const from = today_in(default_zone);
    const query = { from, to: add_days(from, days_shown - 1) };
    void ask(http.GET('/api/v1/networks/{network_id}/own_duties', { params: { path: { network_id }, query } })).then((answer) => {
      if (wanted && answer.ok) set_own(answer.value);
    });
    return () => void (wanted = false);
  }, [network_id, news]);
  if (!own || own.duties.length === 0) return null;
  const at = (instant: number) => hour_words(local_of(instant, own.time_zone).minute, language);
  return (
    <Card
      title={say('adviser.duties')}
      actions={
        <Button size="small" icon="calendar" on_press={() => show_calendars(true)}>
          {say('adviser.duties_calendar')}
        </Button>
      }
    >
      <ul className={styles.duties}>
        {own.duties.map((duty) => (
          <li key={`${duty.supply_id} ${duty.day}`}>
            <b>{day_words(duty.day, language, { weekday: 'long', day: 'numeric', month: 'long' })}</b> {say('adviser.duty_hours', { from: at(duty.from), to: at(duty.to) })}{' '}
            {duty.on_site ? <Badge icon="site">{say('adviser.duty_on_site', { places: duty.places.join(', ') })}</Badge> : null}{' '}
            {duty.instead ? <Badge>{duty.instead_of.length > 0 ? say('adviser.duty_instead_of', { names: duty.instead_of.join(', ') }) : say('adviser.duty_instead')}</Badge> : null}
          </li>
        ))}
      </ul>
      {calendars ? <CalendarDialog account={account} on_close={() => show_calendars(false)} /> : null}
    </Card>
  );
}
