// SPDX-License-Identifier: EUPL-1.2
// What the typed name means: a commune of France, and from there the nearest counters.
import type { Counter } from '../directory.ts';
import type { PlaceView } from '../wire.ts';
import { kilometres, nearest_first, position_of, type NearSite, type Position } from './distance.ts';
import { folded, localities_meant } from './names.ts';

/** A counter in the very village is where the village is; so are old names of it. */
const same_village_km = 12;
/** Further than this nobody is sent without being told so. */
export const far_km = 60;

export interface Around {
  name: string;
  /** Nothing: where it is is not known. */
  position: Position | null;
  /** Some kilometres off: distances are told as "about". */
  is_rough: boolean;
  /** An old commune: the one it belongs to now. */
  part_of?: string;
  /** The counter in that very place. */
  counter: Counter | null;
}

export function place_position(place: PlaceView): Position {
  return { latitude: place.latitude_microdegrees / 1e6, longitude: place.longitude_microdegrees / 1e6 };
}

function counter_in(counters: readonly Counter[], name: string, near: Position | null): Counter | null {
  return (
    counters.find((counter) => {
      if (folded(counter.commune) !== folded(name)) return false;
      const own = position_of(counter);
      return !own || !near || kilometres(own, near) <= same_village_km;
    }) ?? null
  );
}

/** A commune of the table, told by its counter where it has one. */
export function around_place(counters: readonly Counter[], place: PlaceView): Around {
  const position = place_position(place);
  const counter = counter_in(counters, place.name, position);
  const own = counter && position_of(counter);
  return { name: place.name, position: own ?? position, is_rough: place.is_rough && !own, part_of: place.part_of, counter };
}

/** A village with a counter, for as long as the server has not answered, or when it does not. */
export function around_counter(counters: readonly Counter[], typed: string): Around | null {
  const villages = counters.map((counter) => ({ name: counter.commune, postcodes: counter.address.match(/\b\d{5}\b/g) ?? [], counter }));
  const [meant] = localities_meant(typed, villages, 1);
  return meant ? { name: meant.name, position: position_of(meant.counter), is_rough: false, counter: meant.counter } : null;
}

/** The nearest first; in the village itself there is no distance to tell. */
export function near_counters(counters: readonly Counter[], around: Around): NearSite<Counter>[] {
  const near = around.position ? nearest_first(counters, around.position) : counters.map((site) => ({ site, kilometres: null }));
  return near
    .map((one) => (one.site === around.counter ? { ...one, kilometres: 0 } : one))
    .toSorted((a, b) => Number(b.site === around.counter) - Number(a.site === around.counter));
}

/** "Cajarc (46)", "Bagat-en-Quercy (46)": namesakes are told apart by their département. */
export function spoken_place({ name, departement }: PlaceView): string {
  return `${name} (${departement})`;
}
