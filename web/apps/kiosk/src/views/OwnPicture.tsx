// SPDX-License-Identifier: EUPL-1.2
import { useShownTrack } from '@parvis/ui';
import { useRef, type ReactElement, type Ref } from 'react';
import styles from './views.module.css';

export interface OwnPictureProps {
  track: MediaStreamTrack;
  /** Spoken name. */
  label: string;
  className?: string;
  video_ref?: Ref<HTMLVideoElement>;
}

/** The person as the camera sees them, mirrored as people know themselves. */
export function OwnPicture({ track, label, className, video_ref }: OwnPictureProps): ReactElement {
  const own = useRef<HTMLVideoElement | null>(null);
  useShownTrack(own, track);
  const both = (element: HTMLVideoElement | null) => {
    own.current = element;
    if (typeof video_ref === 'function') video_ref(element);
    else if (video_ref) video_ref.current = element;
  };
  return <video ref={both} className={className ?? styles.own} aria-label={label} autoPlay muted playsInline />;
}
