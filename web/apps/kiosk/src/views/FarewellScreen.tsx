// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Countdown, Icon, KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useStation } from '../use_station.tsx';
import type { WipeCounts } from '../wire.ts';
import styles from './views.module.css';

/** It is over: the number of the receipt, what was erased, and back to the start by itself. */
export function FarewellScreen(): ReactElement | null {
  const say = useSay();
  const { station, view } = useStation();
  if (view.visit.at !== 'farewell') return null;
  const { code, counts, why } = view.visit;
  const cut = why !== null && why !== 'finished' && why !== 'citizen_left';
  return (
    <div className={styles.centre}>
      <h1>{say('kiosk.farewell.title')}</h1>
      {cut ? <p className={styles.lead}>{say('kiosk.farewell.cut')}</p> : null}
      {code ? (
        <div className={styles.receipt}>
          <h2>{say('kiosk.farewell.code')}</h2>
          <p className={styles.receipt_code}>{code}</p>
          <p>{say('kiosk.farewell.code_use')}</p>
        </div>
      ) : null}
      <Wiped counts={counts} />
      <p className={styles.reminder}>
        <Icon name="papers" size="large" /> {say('kiosk.farewell.papers')}
      </p>
      <KioskButton icon="check" tone="primary" on_press={() => station.home()}>
        {say('kiosk.farewell.leave')}
      </KioskButton>
      <Countdown seconds={view.known?.end_seconds ?? 20} label={say('kiosk.farewell.countdown')} on_end={() => station.home()} />
    </div>
  );
}

function Wiped({ counts }: { counts: WipeCounts | null }): ReactElement {
  const say = useSay();
  if (!counts) return <p role="status">{say('kiosk.farewell.wiping')}</p>;
  return (
    <div className={styles.wiped} role="status">
      <Icon name="check_circle" size="large" />
      <div>
        <h2>{say('kiosk.farewell.wiped')}</h2>
        <p>{say('kiosk.farewell.wiped_count', { papers: Math.max(counts.daemon_papers, counts.page_papers), jobs: counts.spool_jobs })}</p>
      </div>
    </div>
  );
}
