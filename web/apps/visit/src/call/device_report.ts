// SPDX-License-Identifier: EUPL-1.2
// The device of somebody at home, in the words in which a kiosk tells its devices.
import type { DeviceFailure, JsonObject, OpenedDevices } from '@parvis/call';

function state_of(track: MediaStreamTrack | null, failure: DeviceFailure | null): JsonObject {
  if (track) return { state: 'ready', reasons: [], model: '', detail: '' };
  const state = failure === 'not_found' || failure === null ? 'absent' : 'attention';
  return { state, reasons: failure === 'not_allowed' ? ['access_denied'] : [], model: '', detail: '' };
}

const none: JsonObject = { state: 'absent', reasons: ['not_configured'], model: '', detail: '' };

/** Neither scanner nor printer, and no name of anything: what somebody owns is nobody's business. */
export function device_report({ audio, video, audio_failure, video_failure }: OpenedDevices): JsonObject {
  return { scanner: none, printer: none, camera: state_of(video, video_failure), microphone: state_of(audio, audio_failure) };
}
