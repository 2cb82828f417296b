// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { classes, KioskButton, KioskTile, is_icon_name } from '@parvis/ui';
import type { ReactElement } from 'react';
import { tile_of } from '../model/visit.ts';
import { useStation } from '../use_station.tsx';
import { useWhen } from '../use_when.ts';
import type { OfferEntry } from '../wire.ts';
import styles from './views.module.css';

/** Several bodies stand behind one subject: with which one? */
export function BodiesScreen(): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  const { station, view } = useStation();
  const subject = view.visit.at === 'bodies' ? view.visit.subject : '';
  const tile = tile_of(view.known, subject);
  return (
    <div className={styles.start}>
      <header className={styles.greeting}>
        <p className={styles.where}>{tile?.label[language]}</p>
        <h1>{say('kiosk.bodies.title')}</h1>
      </header>
      <div className={classes(styles.tiles, styles.bodies)}>
        {tile?.offers.map((offer) => (
          <Body
            key={offer.offer_id}
            offer={offer}
            pictogram={tile.pictogram}
            on_press={() => station.choose_offer({ subject, offer_id: offer.offer_id }, offer)}
          />
        ))}
      </div>
      <div className={styles.choices}>
        <KioskButton icon="arrow_left" on_press={() => station.home()}>
          {say('kiosk.back')}
        </KioskButton>
      </div>
    </div>
  );
}

function Body({ offer, pictogram, on_press }: { offer: OfferEntry; pictogram: string; on_press(): void }): ReactElement {
  const say = useSay();
  const say_when = useWhen();
  const { language } = useLanguage();
  const opens = offer.state === 'closed' ? offer.opens_at : undefined;
  return (
    <KioskTile
      icon={is_icon_name(pictogram) ? pictogram : 'other_subject'}
      title={offer.partner_name[language]}
      detail={offer.acronym}
      status={opens === undefined ? say(`kiosk.tile.${offer.state}`) : say('kiosk.tile.opens', { when: say_when(opens) })}
      open={offer.state === 'open'}
      on_press={on_press}
    />
  );
}
