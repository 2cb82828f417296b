// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { BellButton } from '../frame/BellButton.tsx';
import { offer_of } from '../model/visit.ts';
import { useStation } from '../use_station.tsx';
import styles from './views.module.css';

/** It rang, and nobody answered. */
export function NotReachedScreen(): ReactElement | null {
  const say = useSay();
  const { station, view } = useStation();
  if (view.visit.at !== 'not_reached') return null;
  const { wish } = view.visit;
  const offer = wish && offer_of(view.known, wish);
  const telephone = view.known?.site?.telephone;
  return (
    <div className={styles.centre}>
      <Icon name="phone_down" size="huge" className={styles.sign} />
      <h1>{say('kiosk.not_reached.title')}</h1>
      <p className={styles.lead}>{say('kiosk.not_reached.detail')}</p>
      <div className={styles.answers}>
        {wish && offer?.state === 'open' ? (
          <KioskButton icon="phone" tone="primary" on_press={() => station.choose_offer(wish, offer)}>
            {say('kiosk.not_reached.again')}
          </KioskButton>
        ) : null}
        <BellButton />
      </div>
      {telephone ? (
        <p className={styles.fact}>
          <Icon name="phone" /> {say('kiosk.not_open.phone', { telephone })}
        </p>
      ) : null}
      <KioskButton icon="arrow_left" on_press={() => station.home()}>
        {say('kiosk.back')}
      </KioskButton>
    </div>
  );
}
