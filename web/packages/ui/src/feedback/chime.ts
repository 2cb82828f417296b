// SPDX-License-Identifier: EUPL-1.2

export interface Chime {
  readonly notes_hz: readonly number[];
  /** From the start of one note to the start of the next. */
  readonly step_s: number;
  /** 0..1 */
  readonly loudness: number;
  readonly again_after_ms: number;
}

const note_s = 0.55;

/**
 * Soft notes now and again after a pause, until the returned function is called. Browsers keep a page silent that nobody has
 * touched yet.
 */
export function start_chime(chime: Chime): () => void {
  const audio = new AudioContext();
  const ring = () => chime.notes_hz.forEach((frequency, index) => play_note(audio, chime.loudness, frequency, index * chime.step_s));
  ring();
  const timer = setInterval(ring, chime.again_after_ms);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}

function play_note(audio: AudioContext, loudness: number, frequency: number, after_s: number): void {
  const at = audio.currentTime + after_s;
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = frequency;
  volume.gain.setValueAtTime(loudness, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + note_s);
  note.connect(volume).connect(audio.destination);
  note.start(at);
  note.stop(at + note_s);
}
