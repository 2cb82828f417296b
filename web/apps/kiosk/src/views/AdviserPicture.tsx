// SPDX-License-Identifier: EUPL-1.2
import { useShownStream } from '@parvis/ui';
import { useEffect, useLayoutEffect, useRef, type ReactElement } from 'react';
import styles from './interview.module.css';

export interface AdviserPictureProps {
  stream: MediaStream;
  label: string;
  volume: number;
  /** The kiosk's own voice speaks: the adviser is turned down meanwhile. */
  hushed: boolean;
}

const hushed_part = 0.35;

export function AdviserPicture({ stream, label, volume, hushed }: AdviserPictureProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  useShownStream(video, stream);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    const frame = element.requestVideoFrameCallback(() => performance.mark('parvis:first-remote-frame'));
    return () => element.cancelVideoFrameCallback(frame);
  }, [stream]);
  useEffect(() => {
    if (video.current) video.current.volume = hushed ? volume * hushed_part : volume;
  }, [volume, hushed]);
  return <video ref={video} className={styles.picture} aria-label={label} autoPlay playsInline />;
}
