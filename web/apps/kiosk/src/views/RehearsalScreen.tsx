// SPDX-License-Identifier: EUPL-1.2
import { watch_framing, watch_microphone, type FramingHint, type MicrophoneReading, type OpenedDevices } from '@parvis/call';
import { useLanguage, useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { BellButton } from '../frame/BellButton.tsx';
import { offer_of } from '../model/visit.ts';
import { body_name } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import styles from './rehearsal.module.css';

/** Ten seconds that spare the first minutes of the conversation: hearing, speaking, being seen. */
export function RehearsalScreen(): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { station, view } = useStation();
  const [asked_louder, set_asked_louder] = useState(false);
  const offer = view.visit.at === 'rehearsal' ? offer_of(view.known, view.visit.wish) : null;
  useEffect(() => station.speak('rehearsal_sentence'), [station, language]);
  const louder = () => {
    set_asked_louder(true);
    station.hear_louder();
  };
  return (
    <div className={styles.rehearsal}>
      <div className={styles.mirror}>{view.own ? <Mirror own={view.own} /> : <p role="status">{say('kiosk.rehearsal.framing.no_picture')}</p>}</div>
      <div className={styles.question}>
        {offer ? (
          <p className={styles.lead}>{say('kiosk.rehearsal.lead', { body: body_name({ acronym: offer.acronym, name: offer.partner_name }, language) })}</p>
        ) : null}
        <h1>{say('kiosk.rehearsal.title')}</h1>
        {view.own?.audio ? <Meter track={view.own.audio} /> : view.own ? <Trouble words={say('kiosk.rehearsal.no_microphone')} /> : null}
        {asked_louder ? <p role="status">{say('kiosk.rehearsal.louder')}</p> : null}
        <div className={styles.answers}>
          <KioskButton icon="check" tone="primary" on_press={() => void station.ring()}>
            {say('kiosk.rehearsal.yes')}
          </KioskButton>
          <KioskButton icon="volume_up" on_press={louder}>
            {say('kiosk.rehearsal.no')}
          </KioskButton>
          {asked_louder ? <BellButton /> : null}
        </div>
      </div>
    </div>
  );
}

function Mirror({ own }: { own: OpenedDevices }): ReactElement {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [hint, set_hint] = useState<FramingHint>('no_picture');
  useEffect(() => (video.current ? watch_framing(video.current, set_hint) : undefined), [own.video]);
  if (!own.video) return <Trouble words={say('kiosk.rehearsal.no_camera')} />;
  const good = hint === 'ok' || hint === 'nothing_moves';
  return (
    <>
      <OwnPicture track={own.video} label={say('kiosk.self')} className={styles.picture} video_ref={video} />
      <p className={styles.hint} role="status">
        <Icon name={good ? 'check_circle' : 'information'} /> {say(`kiosk.rehearsal.framing.${hint}`)}
      </p>
    </>
  );
}

function Trouble({ words }: { words: string }): ReactElement {
  return (
    <p className={styles.trouble} role="alert">
      <Icon name="warning" /> {words}
    </p>
  );
}

const bars = [0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85];

function Meter({ track }: { track: MediaStreamTrack }): ReactElement {
  const say = useSay();
  const [reading, set_reading] = useState<MicrophoneReading | null>(null);
  useEffect(() => watch_microphone(track, set_reading), [track]);
  if (reading?.silent) return <Trouble words={say('kiosk.rehearsal.meter_silent')} />;
  const level = reading?.level ?? 0;
  return (
    <div className={styles.meter}>
      <Icon name="microphone" size="large" />
      <span>{say('kiosk.rehearsal.speak')}</span>
      <span className={styles.bars} role="meter" aria-label={say('kiosk.rehearsal.meter')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 10) * 10}>
        {bars.map((bar) => (
          <span key={bar} data-on={level >= bar || undefined} />
        ))}
      </span>
    </div>
  );
}
