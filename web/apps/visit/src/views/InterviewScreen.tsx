// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { Button, Dialog, Icon, Notice, useShownStream, type IconName } from '@parvis/ui';
import { useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import { OwnPicture } from './DeviceCheck.tsx';
import { is_reading, PapersZone } from './PapersZone.tsx';

/** Face to face. */
export function InterviewScreen({ station, view, room }: { station: Station; view: StationView; room: InterviewRoom }): ReactElement {
  const say = useSay();
  const talk = useSyncExternalStore(room.subscribe, room.view);
  const [leaving, set_leaving] = useState(false);
  const { devices } = view;
  const reading = is_reading(talk);
  // What is to be read needs the room; the camera can wait.
  const face_lost = talk.face_lost && !reading;
  return (
    <div className={styles.interview} data-reading={reading || undefined}>
      <section className={styles.adviser} aria-label={say('visit.interview.adviser')}>
        <AdviserPicture stream={talk.remote_stream} />
        {view.interview?.adviser_name === undefined ? null : <p className={styles.name}>{view.interview.adviser_name}</p>}
        {devices?.video && !talk.muted.video && !talk.face_away ? <OwnPicture track={devices.video} label={say('visit.interview.self')} className={styles.self} /> : null}
        <Line talk={talk} />
      </section>
      {talk.note === '' && !face_lost ? null : (
        <div className={styles.news}>
          {face_lost ? <FaceLost room={room} /> : null}
          {talk.note === '' ? null : (
            <div className={styles.note} tabIndex={0} role="log" aria-label={say('visit.interview.note')}>
              <p className={styles.soft}>{say('visit.interview.note')}</p>
              <p>{talk.note}</p>
            </div>
          )}
        </div>
      )}
      <PapersZone room={room} talk={talk} has_camera={(devices?.video ?? null) !== null} />
      <div className={styles.controls}>
        {devices?.audio ? (
          <Button
            icon={talk.muted.audio ? 'microphone_off' : 'microphone'}
            label={say(talk.muted.audio ? 'visit.interview.microphone_on' : 'visit.interview.microphone_off')}
            on_press={() => room.mute('audio', !talk.muted.audio)}
          >
            {say('visit.interview.microphone')}
          </Button>
        ) : null}
        {devices?.video ? (
          <Button
            icon={talk.muted.video ? 'camera_off' : 'camera'}
            label={say(talk.muted.video ? 'visit.interview.camera_on' : 'visit.interview.camera_off')}
            on_press={() => room.mute('video', !talk.muted.video)}
          >
            {say('visit.interview.camera')}
          </Button>
        ) : null}
        <Button tone="danger" icon="phone_down" on_press={() => set_leaving(true)}>
          {say('visit.interview.leave')}
        </Button>
      </div>
      <Dialog
        title={say('visit.interview.leave_ask')}
        is_open={leaving}
        on_close={() => set_leaving(false)}
        alert
        actions={
          <>
            <Button size="large" on_press={() => set_leaving(false)}>
              {say('visit.interview.stay')}
            </Button>
            <Button tone="danger" size="large" on_press={() => void station.leave()}>
              {say('visit.interview.leave_yes')}
            </Button>
          </>
        }
      >
        <p>{say('visit.interview.leave_detail')}</p>
      </Dialog>
    </div>
  );
}

/** Another app has kept the camera after the photo; they go on talking all the same. */
function FaceLost({ room }: { room: InterviewRoom }): ReactElement {
  const say = useSay();
  return (
    <Notice
      tone="attention"
      icon="camera_off"
      live
      title={say('visit.camera.lost')}
      actions={
        <Button icon="camera" on_press={() => room.reopen_face()}>
          {say('visit.camera.reopen')}
        </Button>
      }
    >
      {say('visit.camera.lost_detail')}
    </Notice>
  );
}

function AdviserPicture({ stream }: { stream: MediaStream }): ReactElement {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  useShownStream(video, stream);
  return <video ref={video} className={styles.picture} aria-label={say('visit.interview.adviser')} autoPlay playsInline />;
}

function Line({ talk }: { talk: RoomView }): ReactElement | null {
  const say = useSay();
  const found = line_words(talk);
  if (!found) return null;
  return (
    <p className={styles.line} role="status">
      <Icon name={found.icon} /> {say(found.words)}
    </p>
  );
}

function line_words({ state, adviser_camera, closing }: RoomView): { icon: IconName; words: MessageKey } | null {
  if (state === 'idle' || state === 'connecting') return { icon: 'line_weak', words: 'visit.line.connecting' };
  if (state === 'interrupted') return { icon: 'line_lost', words: 'visit.line.interrupted' };
  if (state === 'failed' || state === 'closed') return { icon: 'line_lost', words: 'visit.line.failed' };
  if (closing) return { icon: 'receipt', words: 'visit.interview.closing' };
  if (adviser_camera === 'paused_for_line') return { icon: 'line_weak', words: 'visit.interview.camera_paused' };
  if (adviser_camera !== 'on') return { icon: 'camera_off', words: 'visit.interview.adviser_unseen' };
  return null;
}
