// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, useShortcut, useShownTrack } from '@parvis/ui';
import { useRef, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { OwnDevices } from '../own_devices.ts';
import type { InterviewRoom } from './interview_room.ts';

interface CallControlsProps {
  devices: OwnDevices;
  room: InterviewRoom;
  on_end(): void;
}

/** Own microphone and camera, own picture, and the end. */
export function CallControls({ devices, room, on_end }: CallControlsProps): ReactElement {
  const say = useSay();
  const [muted, set_muted] = useState(false);
  const [hidden, set_hidden] = useState(false);
  const mute = () => {
    room.call.mute('audio', !muted);
    set_muted(!muted);
  };
  const hide = () => {
    room.call.mute('video', !hidden);
    set_hidden(!hidden);
  };
  useShortcut({ keys: 'm', label: say('adviser.mute'), run: mute });
  useShortcut({ keys: 'v', label: say('adviser.hide'), run: hide });
  return (
    <div className={styles.controls}>
      {devices.opened?.video ? <SelfPicture track={devices.opened.video} /> : null}
      <div className={styles.buttons}>
        <Button icon={muted ? 'microphone_off' : 'microphone'} pressed={muted} on_press={mute}>
          {say(muted ? 'adviser.unmute' : 'adviser.mute')}
        </Button>
        <Button icon={hidden ? 'camera_off' : 'camera'} pressed={hidden} on_press={hide}>
          {say(hidden ? 'adviser.show' : 'adviser.hide')}
        </Button>
        <Button tone="danger" icon="phone_down" on_press={on_end}>
          {say('adviser.end')}
        </Button>
      </div>
    </div>
  );
}

function SelfPicture({ track }: { track: MediaStreamTrack }): ReactElement {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  useShownTrack(video, track);
  return <video ref={video} autoPlay muted playsInline className={styles.self} aria-label={say('adviser.own_picture')} />;
}
