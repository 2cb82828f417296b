// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useMemo, type RefObject } from 'react';

/**
 * Shows a stream in a <video> for as long as both are there. A removed element that keeps its stream holds its last
 * pictures until the garbage collector comes; Chromium lends only three of a camera's pictures at a time, so three such
 * elements stop the camera for everybody else, and the next call starts seconds late.
 */
export function useShownStream(video: RefObject<HTMLVideoElement | null>, stream: MediaStream): void {
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [video, stream]);
}

/** The same for one track: a camera's own picture. */
export function useShownTrack(video: RefObject<HTMLVideoElement | null>, track: MediaStreamTrack): void {
  useShownStream(video, useMemo(() => new MediaStream([track]), [track]));
}
