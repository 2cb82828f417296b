// SPDX-License-Identifier: EUPL-1.2

const again_after_ms = 4000;

/** Two soft notes now and every four seconds; returns the function that ends them. Silent until the page was touched once. */
export function start_bell_sound(): () => void {
  const audio = new AudioContext();
  const ring = () => {
    play_note(audio, 880, 0);
    play_note(audio, 660, 0.22);
  };
  ring();
  const timer = setInterval(ring, again_after_ms);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}

function play_note(audio: AudioContext, frequency: number, after_s: number): void {
  const at = audio.currentTime + after_s;
  const oscillator = audio.createOscillator();
  const loudness = audio.createGain();
  oscillator.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.2, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  oscillator.connect(loudness).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.6);
}
