// SPDX-License-Identifier: EUPL-1.2
// From degrees to the map's own units: Mercator, which keeps the shapes of towns and départements.
import type { Position } from '../find/distance.ts';

export interface Point {
  x: number;
  y: number;
}

/** Units of which a degree of longitude has a hundred. */
export function projected({ latitude, longitude }: Position): Point {
  const radians = (latitude * Math.PI) / 180;
  return { x: longitude * 100, y: (-Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 18000) / Math.PI };
}

/** Millionths of a degree would be finer than any screen: this is how outlines are written down. */
const outline_steps = 1000;

/** A ring of data/departements: its first point, then the way from each point to the next. */
export function ring_points(ring: readonly number[]): Point[] {
  const points: Point[] = [];
  let [longitude, latitude] = [0, 0];
  for (let index = 0; index + 1 < ring.length; index += 2) {
    longitude += ring[index]!;
    latitude += ring[index + 1]!;
    points.push(projected({ latitude: latitude / outline_steps, longitude: longitude / outline_steps }));
  }
  return points;
}

export function path_of(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function box_around(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** With room around it, at least `least` units wide and high, and of the shape of the screen's place for it. */
export function framed(box: Box, shape: number, least: number): Box {
  const room = 1.24;
  const width = Math.max(box.width * room, least, box.height * room * shape);
  const height = width / shape;
  return { x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height };
}

export function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the point lies within the ring (even-odd rule). */
export function lies_in({ x, y }: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
    const [a, b] = [ring[index]!, ring[before]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
