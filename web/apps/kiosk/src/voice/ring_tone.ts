// SPDX-License-Identifier: EUPL-1.2

const again_after_ms = 3500;
const notes = [523, 659, 523] as const;

/** Three soft notes now and every few seconds; returns the function that ends them. */
export function start_ring_tone(): () => void {
  const audio = new AudioContext();
  const ring = () => notes.forEach((frequency, index) => play_note(audio, frequency, index * 0.3));
  ring();
  const timer = setInterval(ring, again_after_ms);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}

function play_note(audio: AudioContext, frequency: number, after_s: number): void {
  const at = audio.currentTime + after_s;
  const note = audio.createOscillator();
  const loudness = audio.createGain();
  note.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.25, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.55);
  note.connect(loudness).connect(audio.destination);
  note.start(at);
  note.stop(at + 0.55);
}
