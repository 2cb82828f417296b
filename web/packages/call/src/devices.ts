// SPDX-License-Identifier: EUPL-1.2
// Camera, microphone and loudspeaker of this page's machine.

/** 720p at 30/s is what a life-size head and shoulders needs; portrait cropping is the page's style sheet's work. */
const wanted_video: MediaTrackConstraints = {
  width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 },
};
/** A room with a loudspeaker and an open microphone needs all three. One channel: speech. */
const wanted_audio: MediaTrackConstraints = {
  echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 },
};

export type DeviceChoice = { camera_id?: string; microphone_id?: string; camera?: boolean; microphone?: boolean };
/** Why a device is missing: `insecure_page` = the page is neither https nor loopback. */
export type DeviceFailure = 'not_allowed' | 'not_found' | 'busy' | 'insecure_page' | 'failed';
export type OpenedDevices = {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  audio_failure: DeviceFailure | null;
  video_failure: DeviceFailure | null;
};
export type DeviceList = { cameras: MediaDeviceInfo[]; microphones: MediaDeviceInfo[]; loudspeakers: MediaDeviceInfo[] };

function failure_of(error: unknown): DeviceFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not_allowed';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'not_found';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'failed';
}

function chosen(constraints: MediaTrackConstraints, device_id: string | undefined): MediaTrackConstraints {
  return device_id === undefined ? constraints : { ...constraints, deviceId: { exact: device_id } };
}

async function open_one(kind: 'audio' | 'video', constraints: MediaTrackConstraints): Promise<MediaStreamTrack | DeviceFailure> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: constraints });
    return stream.getTracks()[0] ?? 'not_found';
  } catch (error) {
    return failure_of(error);
  }
}

/**
 * Opens what is there: a missing camera does not cost the microphone. Both are asked in one question first, so that the
 * person is asked once; each alone only when that failed.
 */
export async function open_camera_and_microphone(choice: DeviceChoice = {}): Promise<OpenedDevices> {
  const nothing: OpenedDevices = { audio: null, video: null, audio_failure: null, video_failure: null };
  const with_audio = choice.microphone !== false;
  const with_video = choice.camera !== false;
  if (!with_audio && !with_video) return nothing;
  if (!('mediaDevices' in navigator) || navigator.mediaDevices === undefined) {
    return { ...nothing, audio_failure: with_audio ? 'insecure_page' : null, video_failure: with_video ? 'insecure_page' : null };
  }
  const audio = chosen(wanted_audio, choice.microphone_id);
  const video = chosen(wanted_video, choice.camera_id);
  if (with_audio && with_video) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio, video });
      return { ...nothing, audio: stream.getAudioTracks()[0] ?? null, video: stream.getVideoTracks()[0] ?? null };
    } catch (error) {
      if (failure_of(error) === 'failed') return { ...nothing, audio_failure: 'failed', video_failure: 'failed' };
    }
  }
  const opened_audio = with_audio ? await open_one('audio', audio) : null;
  const opened_video = with_video ? await open_one('video', video) : null;
  return {
    audio: typeof opened_audio === 'string' ? null : opened_audio,
    video: typeof opened_video === 'string' ? null : opened_video,
    audio_failure: typeof opened_audio === 'string' ? opened_audio : null,
    video_failure: typeof opened_video === 'string' ? opened_video : null,
  };
}

/** The devices known now. Labels are empty until a device was opened once. `on_change` is called when one comes or goes. */
export async function list_devices(on_change?: () => void): Promise<DeviceList & { stop: () => void }> {
  if (navigator.mediaDevices === undefined) return { cameras: [], microphones: [], loudspeakers: [], stop: () => undefined };
  const changed = () => on_change?.();
  navigator.mediaDevices.addEventListener('devicechange', changed);
  const all = await navigator.mediaDevices.enumerateDevices();
  return {
    cameras: all.filter((device) => device.kind === 'videoinput'),
    microphones: all.filter((device) => device.kind === 'audioinput'),
    loudspeakers: all.filter((device) => device.kind === 'audiooutput'),
    stop: () => navigator.mediaDevices.removeEventListener('devicechange', changed),
  };
}

/** Two soft notes, a fifth apart: easy to hear for people who have lost the high tones. */
const test_notes_hz = [440, 660];
const note_seconds = 0.35;
const note_gain = 0.4;

/** Plays two notes on the loudspeaker; true when the sound really ran. Needs a touch or click before (browsers' rule). */
export async function play_test_sound(loudspeaker_id?: string): Promise<boolean> {
  const context = new AudioContext();
  try {
    if (loudspeaker_id !== undefined && 'setSinkId' in context && typeof context.setSinkId === 'function') {
      await context.setSinkId(loudspeaker_id);
    }
    await context.resume();
    const started = context.currentTime;
    test_notes_hz.forEach((frequency, index) => {
      const note = context.createOscillator();
      const gain = context.createGain();
      const begin = started + index * note_seconds;
      note.frequency.value = frequency;
      gain.gain.setValueAtTime(0, begin);
      gain.gain.linearRampToValueAtTime(note_gain, begin + 0.03);
      gain.gain.linearRampToValueAtTime(0, begin + note_seconds);
      note.connect(gain).connect(context.destination);
      note.start(begin);
      note.stop(begin + note_seconds);
    });
    const length_ms = test_notes_hz.length * note_seconds * 1000;
    await new Promise((resolve) => setTimeout(resolve, length_ms + 100));
    return context.currentTime - started > note_seconds;
  } catch {
    return false;
  } finally {
    await context.close();
  }
}
