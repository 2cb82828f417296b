// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Icon, KioskTile, is_icon_name } from '@parvis/ui';
import { useEffect, type ReactElement } from 'react';
import { PlaceCard } from '../frame/PlaceCard.tsx';
import { tile_state } from '../model/visit.ts';
import { body_name } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import { useWhen } from '../use_when.ts';
import type { SubjectTile } from '../wire.ts';
import { QueueNotice, QueueTurn } from './QueueNotice.tsx';
import styles from './views.module.css';

/** "Bonjour", and what one may talk about here. Without a network: what there is instead. */
export function StartScreen(): ReactElement {
  const { view } = useStation();
  return view.known?.online ? <Subjects /> : <NoNetwork />;
}

function Subjects(): ReactElement {
  const say = useSay();
  const { station, view } = useStation();
  const tiles = view.known?.tiles ?? [];
  return (
    <div className={styles.start}>
      <header className={styles.greeting}>
        <p className={styles.where}>
          <Icon name="site" /> {view.known?.site?.name}
        </p>
        <h1>{say('kiosk.start.greeting')}</h1>
        <p className={styles.lead}>{say('kiosk.start.lead')}</p>
        <QueueTurn />
      </header>
      {tiles.length === 0 ? <p className={styles.lead}>{say('kiosk.start.no_tiles')}</p> : null}
      <div className={styles.tiles}>
        {tiles.slice(0, 6).map((tile) => (
          <Tile key={tile.subject} tile={tile} on_press={() => station.choose_subject(tile)} />
        ))}
      </div>
      <QueueNotice />
    </div>
  );
}

function Tile({ tile, on_press }: { tile: SubjectTile; on_press(): void }): ReactElement {
  const say = useSay();
  const say_when = useWhen();
  const { language } = useLanguage();
  const { state, opens_at } = tile_state(tile);
  const status =
    state === 'closed' && opens_at !== null ? say('kiosk.tile.opens', { when: say_when(opens_at) }) : say(`kiosk.tile.${state}`);
  const [only] = tile.offers;
  const body =
    only && tile.offers.length === 1
      ? body_name({ acronym: only.acronym, name: only.partner_name }, language)
      : say('kiosk.tile.bodies', { count: tile.offers.length });
  return (
    <KioskTile
      icon={is_icon_name(tile.pictogram) ? tile.pictogram : 'other_subject'}
      title={tile.label[language]}
      detail={body}
      status={status}
      open={state === 'open'}
      on_press={on_press}
    />
  );
}

function NoNetwork(): ReactElement {
  const say = useSay();
  const { station } = useStation();
  useEffect(() => station.speak('no_network'), [station]);
  return (
    <div className={styles.centre} role="alert">
      <Icon name="line_lost" size="huge" className={styles.sign} />
      <h1>{say('kiosk.start.offline')}</h1>
      <p className={styles.lead}>{say('kiosk.start.offline_detail')}</p>
      <PlaceCard />
    </div>
  );
}
