// SPDX-License-Identifier: EUPL-1.2
// A level meter, and a watcher that says when a microphone gives nothing although it is open.

/** -60 dBFS: the quietest that a meter shows; rooms of a town hall are around -55 dBFS with gain control. */
const floor_db = -60;
/** A digital microphone that is switched off by a key or the system gives exact zeros or less than this. */
const dead_db = -90;
/** Long enough for a person who only listens: a live microphone has room noise all the time, a dead one never. */
const silent_after_ms = 4000;
/** 20 readings a second look smooth on a meter and cost under 1 % of a core. */
const reading_every_ms = 50;

/** `level` 0..1 for a meter (linear in dB); `speaking` while it is clearly above the room's noise. */
export type MicrophoneReading = { level: number; db: number; speaking: boolean; silent: boolean };

/** Pure state of the watcher: feed it a level in dBFS and the time in ms. */
export class MicrophoneState {
  private last_sound_at: number | null = null;
  private noise_db = floor_db;

  read(db: number, now: number): MicrophoneReading {
    if (this.last_sound_at === null || db > dead_db) this.last_sound_at = now;
    // The noise floor follows quickly down and slowly up, so that speech does not count as noise.
    this.noise_db += (db - this.noise_db) * (db < this.noise_db ? 0.2 : 0.005);
    const bounded = Math.max(floor_db, Math.min(0, db));
    return {
      level: 1 - bounded / floor_db,
      db,
      speaking: db > Math.max(this.noise_db + 10, -50),
      silent: now - this.last_sound_at >= silent_after_ms,
    };
  }
}

/** Watches a microphone's track until the returned function is called. The track is not stopped. */
export function watch_microphone(track: MediaStreamTrack, on_reading: (reading: MicrophoneReading) => void): () => void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const state = new MicrophoneState();
  const timer = setInterval(() => {
    // A context that waits for a first touch hears nothing: that is no dead microphone.
    if (context.state !== 'running') return void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const db = track.readyState === 'ended' || track.muted ? -Infinity : 10 * Math.log10(power);
    on_reading(state.read(db, performance.now()));
  }, reading_every_ms);
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
}
