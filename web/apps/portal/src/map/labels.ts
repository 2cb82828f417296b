// SPDX-License-Identifier: EUPL-1.2
import type { Box, Point } from './projection.ts';
import { touches } from './projection.ts';

export interface Label {
  text: string;
  at: Point;
  /** Which end of the words stands at the point. */
  anchor: 'start' | 'end' | 'middle';
}

/** Width of a letter and height of a line, as shares of the size of the type: a little too much rather than too little. */
const letter = 0.58;
const line = 1.3;

/**
 * Names beside their dots, the important ones first: right, left, above or below, wherever no other name or dot is.
 * A name without room is left out: the list beside the map has it.
 */
export function placed_labels(names: readonly { text: string; at: Point }[], size: number, dot: number, frame: Box): (Label | null)[] {
  const taken: Box[] = names.map(({ at }) => ({ x: at.x - dot, y: at.y - dot, width: 2 * dot, height: 2 * dot }));
  return names.map(({ text, at }, index) => {
    const width = text.length * letter * size;
    const gap = dot * 1.25;
    const ways: { label: Label; box: Box }[] = [
      { label: { text, at: { x: at.x + gap, y: at.y + size * 0.35 }, anchor: 'start' }, box: { x: at.x + gap, y: at.y - (line * size) / 2, width, height: line * size } },
      { label: { text, at: { x: at.x - gap, y: at.y + size * 0.35 }, anchor: 'end' }, box: { x: at.x - gap - width, y: at.y - (line * size) / 2, width, height: line * size } },
      { label: { text, at: { x: at.x, y: at.y - gap - size * 0.2 }, anchor: 'middle' }, box: { x: at.x - width / 2, y: at.y - gap - line * size, width, height: line * size } },
      { label: { text, at: { x: at.x, y: at.y + gap + size * 0.85 }, anchor: 'middle' }, box: { x: at.x - width / 2, y: at.y + gap, width, height: line * size } },
    ];
    const fits = ways.find(({ box }) => {
      const is_inside = box.x >= frame.x && box.x + box.width <= frame.x + frame.width && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
      return is_inside && taken.every((other, position) => position === index || !touches(box, other));
    });
    if (!fits) return null;
    taken.push(fits.box);
    return fits.label;
  });
}
