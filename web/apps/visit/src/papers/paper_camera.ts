// SPDX-License-Identifier: EUPL-1.2
// The camera that looks at a paper: that of the back of a telephone where there is one, and all that it can see.
import { list_devices } from '@parvis/call';

/** As sharp as it gets; a page of A4 is read from about 1000 pixels across on. */
const wanted: MediaTrackConstraints = { width: { ideal: 3840 }, height: { ideal: 2160 } };

/** A question of the browser may stay unanswered. */
const opening_patience_ms = 30_000;

/** Most telephones open one camera at a time: the other one has to be stopped before. Null: none opens. */
export async function open_paper_camera(camera_id?: string): Promise<MediaStreamTrack | null> {
  const which: MediaTrackConstraints = camera_id === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: camera_id } };
  try {
    const opening = navigator.mediaDevices.getUserMedia({ video: { ...wanted, ...which } }).then((stream) => stream.getVideoTracks()[0] ?? null);
    const too_late = new Promise<'too_late'>((resolve) => setTimeout(() => resolve('too_late'), opening_patience_ms));
    const first = await Promise.race([opening, too_late]);
    if (first !== 'too_late') return first;
    void opening.then((track) => track?.stop(), () => undefined);
    return null;
  } catch {
    return null;
  }
}

/** Known ones, in the order of the browser. */
export async function camera_ids(): Promise<string[]> {
  const { cameras, stop } = await list_devices();
  stop();
  return cameras.map(({ deviceId }) => deviceId);
}
