// SPDX-License-Identifier: EUPL-1.2
import { watch_microphone, type DeviceFailure, type OpenedDevices } from '@parvis/call';
import { useSay, type MessageKey } from '@parvis/i18n';
import { Button, Icon, Notice, useShownTrack } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';

/** Am I seen, am I heard? And what to do when not. */
export function DeviceCheck({ station, view }: { station: Station; view: StationView }): ReactElement {
  const say = useSay();
  const { devices, opening_devices } = view;
  const missing = devices !== null && (devices.audio === null || devices.video === null);
  return (
    <section className={styles.check} aria-labelledby="devices">
      <h2 id="devices">{say('visit.devices.title')}</h2>
      {devices === null ? <p>{say('visit.devices.lead')}</p> : <Found devices={devices} />}
      {devices === null || missing ? (
        <Button icon="camera" size="large" stretch pending={opening_devices} on_press={() => void station.open_devices()}>
          {say(devices === null ? 'visit.devices.try' : 'visit.devices.try_again')}
        </Button>
      ) : null}
    </section>
  );
}

function Found({ devices }: { devices: OpenedDevices }): ReactElement {
  const say = useSay();
  const { audio, video, audio_failure, video_failure } = devices;
  const words = trouble_words(audio_failure, video_failure);
  return (
    <>
      {video ? <OwnPicture track={video} label={say('visit.devices.picture')} className={styles.own} /> : null}
      {audio ? <Heard track={audio} /> : null}
      {words.map((word) => (
        <Notice key={word} tone="attention" live>
          {say(word)}
        </Notice>
      ))}
    </>
  );
}

function trouble_words(audio: DeviceFailure | null, video: DeviceFailure | null): MessageKey[] {
  if (audio === 'not_allowed' || video === 'not_allowed') return ['visit.devices.refused'];
  return [
    ...(audio === null ? [] : (['visit.devices.no_microphone'] as const)),
    ...(video === null ? [] : (['visit.devices.no_camera'] as const)),
  ];
}

/** Says so when it hears a voice, and goes on saying it. */
function Heard({ track }: { track: MediaStreamTrack }): ReactElement {
  const say = useSay();
  const [heard, set_heard] = useState(false);
  useEffect(() => watch_microphone(track, ({ speaking }) => speaking && set_heard(true)), [track]);
  return (
    <p className={styles.fact} role="status">
      <Icon name={heard ? 'check_circle' : 'microphone'} /> {say(heard ? 'visit.devices.heard' : 'visit.devices.speak')}
    </p>
  );
}

/** The person as the camera sees them, mirrored as people know themselves. */
export function OwnPicture({ track, label, className }: { track: MediaStreamTrack; label: string; className: string | undefined }): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  useShownTrack(video, track);
  return <video ref={video} className={className} aria-label={label} autoPlay muted playsInline />;
}
