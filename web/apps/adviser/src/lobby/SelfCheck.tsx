// SPDX-License-Identifier: EUPL-1.2
import { list_devices, play_test_sound, watch_framing, watch_microphone, type DeviceList, type FramingHint } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Badge, Button, Card, Notice, Select, useShownTrack } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { OwnDevices } from '../own_devices.ts';
import { ask_to_notify, may_notify } from './attention.ts';

/** One's own picture and sound before anybody sees them, with help to sit well in the frame. */
export function SelfCheck({ devices }: { devices: OwnDevices }): ReactElement {
  const say = useSay();
  const { opened, opening, open } = devices;
  const [notifies, set_notifies] = useState(may_notify);
  return (
    <Card title={say('adviser.check')}>
      <div className={styles.check}>
        {opened?.video ? <OwnPicture track={opened.video} /> : <div className={styles.no_picture}>{say('adviser.check_closed')}</div>}
        {opened?.audio ? <MicrophoneMeter track={opened.audio} /> : null}
        {opened?.video_failure ? <Notice tone="attention">{say(`adviser.camera.${opened.video_failure}`)}</Notice> : null}
        {opened?.audio_failure ? <Notice tone="attention">{say(`adviser.microphone.${opened.audio_failure}`)}</Notice> : null}
        {opened ? (
          <DeviceSelects devices={devices} />
        ) : (
          <Button tone="primary" icon="camera" pending={opening} on_press={() => open()}>
            {say('adviser.check_start')}
          </Button>
        )}
        <div className={styles.buttons}>
          <Button size="small" icon="volume" on_press={() => void play_test_sound()}>
            {say('adviser.check_sound')}
          </Button>
          {notifies ? null : (
            <Button size="small" icon="bell" on_press={() => void ask_to_notify().then(set_notifies)}>
              {say('adviser.notify')}
            </Button>
          )}
          {opened ? (
            <Button size="small" tone="quiet" icon="camera_off" on_press={devices.close}>
              {say('adviser.check_stop')}
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function OwnPicture({ track }: { track: MediaStreamTrack }): ReactElement {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [hint, set_hint] = useState<FramingHint>('ok');
  useShownTrack(video, track);
  useEffect(() => (video.current ? watch_framing(video.current, set_hint) : undefined), [track]);
  return (
    <figure className={styles.own}>
      <div className={styles.frame}>
        <video ref={video} autoPlay muted playsInline className={styles.own_video} />
        <svg className={styles.guide} viewBox="0 0 160 90" aria-hidden>
          <ellipse cx="80" cy="36" rx="17" ry="22" />
          <path d="M38 90c4-22 20-30 42-30s38 8 42 30" />
        </svg>
      </div>
      <figcaption aria-live="polite">
        <Badge tone={hint === 'ok' ? 'good' : 'attention'}>{say(`adviser.framing.${hint}`)}</Badge>
      </figcaption>
    </figure>
  );
}

function MicrophoneMeter({ track }: { track: MediaStreamTrack }): ReactElement {
  const say = useSay();
  const meter = useRef<HTMLMeterElement>(null);
  const [silent, set_silent] = useState(false);
  useEffect(
    () =>
      watch_microphone(track, (reading) => {
        // Twenty times a second: past React.
        if (meter.current) meter.current.value = reading.level;
        set_silent(reading.silent);
      }),
    [track],
  );
  return (
    <>
      <label className={styles.meter}>
        {say('adviser.microphone')} <meter ref={meter} min={0} max={1} />
      </label>
      {silent ? <Notice tone="attention">{say('adviser.microphone_silent')}</Notice> : null}
    </>
  );
}

function DeviceSelects({ devices }: { devices: OwnDevices }): ReactElement {
  const say = useSay();
  const [list, set_list] = useState<DeviceList>({ cameras: [], microphones: [], loudspeakers: [] });
  useEffect(() => {
    let stop = () => {};
    let wanted = true;
    const read = () =>
      void list_devices(() => {
        stop();
        read();
      }).then((found) => {
        stop = found.stop;
        if (wanted) set_list(found);
        else stop();
      });
    read();
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  const { choice, open, opened } = devices;
  const choices_of = (all: MediaDeviceInfo[]) => all.map((device) => ({ value: device.deviceId, label: device.label }));
  return (
    <>
      <Select
        label={say('adviser.camera')}
        choices={choices_of(list.cameras)}
        value={choice.camera_id ?? opened?.video?.getSettings().deviceId ?? null}
        on_change={(camera_id) => open({ ...choice, camera_id })}
      />
      <Select
        label={say('adviser.microphone')}
        choices={choices_of(list.microphones)}
        value={choice.microphone_id ?? opened?.audio?.getSettings().deviceId ?? null}
        on_change={(microphone_id) => open({ ...choice, microphone_id })}
      />
    </>
  );
}
