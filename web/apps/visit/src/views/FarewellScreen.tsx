// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { StationView } from '../station.ts';
import styles from '../visit.module.css';

/** It is over: the number of the interview, and nothing of it stays here. */
export function FarewellScreen({ view }: { view: StationView }): ReactElement | null {
  const say = useSay();
  const { farewell } = view;
  if (!farewell) return null;
  return (
    <div className={styles.column}>
      {farewell.code === null ? null : (
        <div className={styles.card}>
          <h2>{say('visit.farewell.code')}</h2>
          <p className={styles.code}>{farewell.code}</p>
          <p>{say('visit.farewell.code_use')}</p>
        </div>
      )}
      <p className={styles.fact} role="status">
        <Icon name="check_circle" size="large" /> {say('visit.farewell.wiped')}
      </p>
      <p className={styles.lead}>{say('visit.farewell.close')}</p>
    </div>
  );
}
