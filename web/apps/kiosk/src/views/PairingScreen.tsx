// SPDX-License-Identifier: EUPL-1.2
import { clock_duration, useSay } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { useStation } from '../use_station.tsx';
import type { PairingDisplay } from '../wire.ts';
import styles from './views.module.css';

/** A kiosk that belongs to no network yet shows the code that a technician types. */
export function PairingScreen(): ReactElement {
  const say = useSay();
  const { view } = useStation();
  const pairing = view.known?.pairing ?? null;
  return (
    <div className={styles.centre}>
      <Icon name="key" size="huge" className={styles.sign} />
      <h1>{say('kiosk.pairing.title')}</h1>
      {pairing ? <Code pairing={pairing} /> : <p role="status">{say('kiosk.pairing.waiting')}</p>}
    </div>
  );
}

function Code({ pairing }: { pairing: PairingDisplay }): ReactElement {
  const say = useSay();
  const left = useTimeLeft(pairing.expires_at);
  return (
    <>
      <p className={styles.code}>{pairing.code}</p>
      <p className={styles.lead}>{say('kiosk.pairing.detail')}</p>
      <p role="timer">{say('kiosk.pairing.expires', { left: clock_duration(left) })}</p>
    </>
  );
}

function useTimeLeft(until_ms: number): number {
  const [now, set_now] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, until_ms - now);
}
