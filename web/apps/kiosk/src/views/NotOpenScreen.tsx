// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { BellButton } from '../frame/BellButton.tsx';
import { offer_of, type Wish } from '../model/visit.ts';
import { body_name } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import { useWhen } from '../use_when.ts';
import styles from './views.module.css';

/** The body is closed, or nobody sits there: when it opens, and what else one may do. */
export function NotOpenScreen(): ReactElement | null {
  const { view } = useStation();
  return view.visit.at === 'not_open' ? <NotOpen wish={view.visit.wish} /> : null;
}

function NotOpen({ wish }: { wish: Wish }): ReactElement {
  const say = useSay();
  const say_when = useWhen();
  const { language } = useLanguage();
  const { station, view } = useStation();
  const offer = offer_of(view.known, wish);
  const closed = offer?.state === 'closed';
  const telephone = view.known?.site?.telephone;
  return (
    <div className={styles.centre}>
      <Icon name="clock" size="huge" className={styles.sign} />
      {offer ? <p className={styles.where}>{body_name({ acronym: offer.acronym, name: offer.partner_name }, language)}</p> : null}
      <h1>{say(closed ? 'kiosk.not_open.closed' : 'kiosk.not_open.nobody_there')}</h1>
      <p className={styles.fact}>
        {closed && offer.opens_at !== undefined ? say('kiosk.not_open.opens', { when: say_when(offer.opens_at) }) : say('kiosk.not_open.unknown')}
      </p>
      <p className={styles.lead}>{say('kiosk.not_open.other_ways')}</p>
      <BellButton tone="primary" />
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
