// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { Icon, type IconName } from '@parvis/ui';
import { useEffect, type ReactElement } from 'react';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import { foreground } from '../papers/paper_desk.ts';
import { useRoom, useStation } from '../use_station.tsx';
import { AdviserPicture } from './AdviserPicture.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { PapersZone } from './PapersZone.tsx';
import styles from './interview.module.css';

export function InterviewScreen(): ReactElement | null {
  const { view } = useStation();
  return view.room ? <Interview room={view.room} /> : null;
}

/** The adviser, life-size; the papers between the two of them. */
function Interview({ room }: { room: InterviewRoom }): ReactElement {
  const say = useSay();
  const { station, view } = useStation();
  const talk = useRoom(room);
  const { state } = talk;
  useEffect(() => {
    if (state === 'interrupted') station.speak('interrupted');
  }, [state, station]);
  return (
    <div className={styles.interview} data-reading={foreground(talk.desk).on === 'file' || undefined}>
      <h1 className="visually-hidden">{say('kiosk.adviser.title')}</h1>
      <section className={styles.adviser} aria-label={say('kiosk.adviser.picture')}>
        <AdviserPicture stream={talk.remote_stream} label={say('kiosk.adviser.picture')} volume={view.comfort.volume} hushed={view.caption !== null} />
        {view.known?.interview?.adviser_name ? <p className={styles.name}>{view.known.interview.adviser_name}</p> : null}
        {view.own?.video ? <OwnPicture track={view.own.video} label={say('kiosk.self')} className={styles.self} /> : null}
        <div className={styles.words}>
          <Line talk={talk} daemon_away={view.link !== 'online'} />
          {talk.note ? <Note text={talk.note} /> : null}
        </div>
      </section>
      <PapersZone room={room} desk={talk.desk} closing={talk.closing} />
    </div>
  );
}

function Line({ talk, daemon_away }: { talk: RoomView; daemon_away: boolean }): ReactElement | null {
  const say = useSay();
  const found = line_words(talk, daemon_away);
  if (!found) return null;
  return (
    <p className={styles.line} role="status">
      <Icon name={found.icon} /> {say(found.words)}
    </p>
  );
}

function line_words({ state, adviser_camera }: RoomView, daemon_away: boolean): { icon: IconName; words: MessageKey } | null {
  if (state === 'idle' || state === 'connecting') return { icon: 'line_weak', words: 'kiosk.line.connecting' };
  if (state === 'interrupted') return { icon: 'line_lost', words: 'kiosk.line.interrupted' };
  if (state === 'failed' || state === 'closed') return { icon: 'line_lost', words: 'kiosk.line.failed' };
  if (daemon_away) return { icon: 'information', words: 'kiosk.line.daemon_away' };
  if (adviser_camera === 'paused_for_line') return { icon: 'line_weak', words: 'kiosk.adviser.camera_paused' };
  if (adviser_camera !== 'on') return { icon: 'camera_off', words: 'kiosk.adviser.camera_off' };
  return null;
}

function Note({ text }: { text: string }): ReactElement {
  const say = useSay();
  return (
    <div className={styles.note} role="log" aria-label={say('kiosk.adviser.note')}>
      <p className={styles.note_title}>{say('kiosk.adviser.note')}</p>
      <p>{text}</p>
    </div>
  );
}
