// SPDX-License-Identifier: EUPL-1.2
// Hints for someone who sits down in front of a camera, from brightness, contrast and movement alone. It does not
// recognise faces and does not claim to: `nobody_seen` means "the middle of the picture is flat and still".

/** What to tell the person; `ok` when nothing speaks against it. */
export type FramingHint = 'ok' | 'too_dark' | 'too_bright' | 'light_behind' | 'nothing_moves' | 'nobody_seen' | 'no_picture';

export const framing_width = 64;
export const framing_height = 36;
/** Mean luma (0..255) below which a face is hard to read, and above which it is washed out. */
const dark_luma = 45;
const bright_luma = 220;
/** The surroundings this much brighter than the middle: a window behind the person. */
const backlight_luma = 60;
/** Standard deviation of luma in the middle: a wall or a covered lens is flatter than this, a head never is. */
const flat_contrast = 8;
/** Mean change of luma between two looks: sensors' noise is below, breathing and blinking above. */
const still_change = 0.6;
/** People do sit still: say so only after this many looks in a row (2 looks a second: 5 s). */
const still_looks = 10;
const look_every_ms = 500;

type Look = { middle: number; around: number; contrast: number; change: number };

/** Measures one small picture (RGBA, framing_width x framing_height) against the one before. */
export function look_at(pixels: Uint8ClampedArray, before: Float32Array | null): { look: Look; luma: Float32Array } {
  const luma = new Float32Array(framing_width * framing_height);
  const sums = { middle: 0, middle_square: 0, middle_count: 0, around: 0, change: 0 };
  for (let index = 0; index < luma.length; index += 1) {
    const at = index * 4;
    const value = 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
    luma[index] = value;
    const x = index % framing_width;
    if (x >= framing_width / 3 && x < (2 * framing_width) / 3) {
      sums.middle += value;
      sums.middle_square += value * value;
      sums.middle_count += 1;
    } else sums.around += value;
    sums.change += before === null ? 0 : Math.abs(value - (before[index] ?? 0));
  }
  const middle = sums.middle / sums.middle_count;
  const look = {
    middle,
    around: sums.around / (luma.length - sums.middle_count),
    contrast: Math.sqrt(Math.max(0, sums.middle_square / sums.middle_count - middle * middle)),
    change: before === null ? Infinity : sums.change / luma.length,
  };
  return { look, luma };
}

/** Turns looks into one hint at a time; the most useful one first. */
export class FramingState {
  private still = 0;

  read(look: Look): FramingHint {
    this.still = look.change < still_change ? this.still + 1 : 0;
    if (look.middle < dark_luma) return look.around - look.middle > backlight_luma ? 'light_behind' : 'too_dark';
    if (look.around - look.middle > backlight_luma) return 'light_behind';
    if (look.middle > bright_luma) return 'too_bright';
    if (look.contrast < flat_contrast) return 'nobody_seen';
    return this.still >= still_looks ? 'nothing_moves' : 'ok';
  }
}

/** Watches a <video> that shows the own camera until the returned function is called. */
export function watch_framing(video: HTMLVideoElement, on_hint: (hint: FramingHint) => void): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = framing_width;
  canvas.height = framing_height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const state = new FramingState();
  let before: Float32Array | null = null;
  const timer = setInterval(() => {
    if (context === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return on_hint('no_picture');
    context.drawImage(video, 0, 0, framing_width, framing_height);
    const { look, luma } = look_at(context.getImageData(0, 0, framing_width, framing_height).data, before);
    before = luma;
    on_hint(state.read(look));
  }, look_every_ms);
  return () => clearInterval(timer);
}
