// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import outlines from './departements.json';
import { placed_labels } from './labels.ts';
import { box_around, framed, lies_in, projected, ring_points, touches } from './projection.ts';

const cahors = projected({ latitude: 44.449, longitude: 1.437 });
const lot = outlines['46'].rings.map(ring_points);

test('a town lies in its département and in no other', () => {
  const around = Object.entries(outlines).filter(([, { rings }]) => rings.some((ring) => lies_in(cahors, ring_points(ring))));
  expect(around.map(([code]) => code)).toEqual(['46']);
});

test('north is above and east is to the right', () => {
  const bretenoux = projected({ latitude: 44.915, longitude: 1.838 });
  expect(bretenoux.y).toBeLessThan(cahors.y);
  expect(bretenoux.x).toBeGreaterThan(cahors.x);
});

test('the frame has the shape that was asked for, with all counters inside, and is never a single village', () => {
  const box = box_around(lot.flat());
  const frame = framed(box, 0.8, 70);
  expect(frame.width / frame.height).toBeCloseTo(0.8);
  expect(frame.width).toBeGreaterThan(box.width);
  expect(frame.height).toBeGreaterThan(box.height);
  expect(framed(box_around([cahors]), 0.8, 70).width).toBe(70);
});

test('names never cover each other or a dot; one without room is left out', () => {
  const frame = { x: 0, y: 0, width: 100, height: 125 };
  const near = placed_labels([{ text: 'Bretenoux', at: { x: 50, y: 50 } }, { text: 'Biars-sur-Cère', at: { x: 52, y: 50 } }], 4, 2, frame);
  expect(near[0]?.anchor).toBe('end');
  expect(near[1]?.anchor).toBe('start');
  const crowd = placed_labels(Array.from({ length: 12 }, (_, index) => ({ text: 'Saint-Cirq-Lapopie', at: { x: 50, y: 50 + index / 10 } })), 4, 2, frame);
  expect(crowd.filter((label) => label !== null).length).toBeLessThan(5);
});

test('two boxes that only share an edge do not touch', () => {
  expect(touches({ x: 0, y: 0, width: 1, height: 1 }, { x: 1, y: 0, width: 1, height: 1 })).toBe(false);
});
