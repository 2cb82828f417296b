// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { PlaceCard } from '../frame/PlaceCard.tsx';
import styles from './views.module.css';

/** Before the daemon has said anything. */
export function OpeningScreen(): ReactElement {
  const say = useSay();
  return (
    <div className={styles.centre} role="status">
      <Icon name="kiosk" size="huge" className={styles.sign} />
      <h1>{say('kiosk.opening')}</h1>
    </div>
  );
}

/** The kiosk's own program does not answer: only the place and its telephone are left. */
export function OutOfOrderScreen(): ReactElement {
  const say = useSay();
  return (
    <div className={styles.centre} role="alert">
      <Icon name="plug_out" size="huge" className={styles.sign} />
      <h1>{say('kiosk.out_of_order.title')}</h1>
      <p className={styles.lead}>{say('kiosk.out_of_order.detail')}</p>
      <PlaceCard />
    </div>
  );
}
