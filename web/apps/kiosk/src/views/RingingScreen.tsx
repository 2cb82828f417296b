// SPDX-License-Identifier: EUPL-1.2
import { clock_duration, useLanguage, useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { live_interview } from '../model/known.ts';
import { offer_of } from '../model/visit.ts';
import { body_name } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import styles from './views.module.css';

/** It rings: at whom, since when, how many before. Nobody knows how long it takes, so nothing is said about that. */
export function RingingScreen(): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { station, view } = useStation();
  const interview = live_interview(view.known);
  const wished = view.visit.at === 'asking' ? offer_of(view.known, view.visit.wish) : null;
  const body = interview?.partner ?? (wished && { acronym: wished.acronym, name: wished.partner_name });
  return (
    <div className={styles.centre}>
      <span className={styles.ringing}>
        <Icon name="phone" size="huge" />
      </span>
      <h1>{say('kiosk.ringing.title')}</h1>
      {body ? <p className={styles.fact}>{body_name(body, language)}</p> : null}
      {interview ? <Waited since={interview.requested_at} /> : null}
      {interview?.ahead ? (
        <p className={styles.lead} role="status">
          {say('kiosk.ringing.ahead', { ahead: interview.ahead })}
        </p>
      ) : null}
      <p className={styles.lead}>{say('kiosk.ringing.detail')}</p>
      <KioskButton icon="phone_down" tone="danger" on_press={() => void station.withdraw()}>
        {say('kiosk.ringing.cancel')}
      </KioskButton>
    </div>
  );
}

function Waited({ since }: { since: number }): ReactElement {
  const say = useSay();
  const [now, set_now] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={styles.waited} role="timer">
      {say('kiosk.ringing.since', { since: clock_duration(now - since) })}
    </p>
  );
}
