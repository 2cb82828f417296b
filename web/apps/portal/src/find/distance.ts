// SPDX-License-Identifier: EUPL-1.2
import type { PublicSite } from '../wire.ts';

/** Degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

const earth_radius_km = 6371;

/** As the crow flies. */
export function kilometres(from: Position, to: Position): number {
  const radians = Math.PI / 180;
  const half_height = Math.sin(((to.latitude - from.latitude) * radians) / 2);
  const half_width = Math.sin(((to.longitude - from.longitude) * radians) / 2);
  const chord = half_height ** 2 + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * half_width ** 2;
  return 2 * earth_radius_km * Math.asin(Math.sqrt(chord));
}

export function position_of(site: PublicSite): Position | null {
  const { latitude_microdegrees, longitude_microdegrees } = site;
  if (latitude_microdegrees === undefined || longitude_microdegrees === undefined) return null;
  return { latitude: latitude_microdegrees / 1e6, longitude: longitude_microdegrees / 1e6 };
}

export interface NearSite<Site extends PublicSite> {
  site: Site;
  /** Null: the site's position is not known. */
  kilometres: number | null;
}

/** The nearest first; sites without a position last. */
export function nearest_first<Site extends PublicSite>(sites: readonly Site[], from: Position): NearSite<Site>[] {
  const near = sites.map((site) => {
    const position = position_of(site);
    return { site, kilometres: position && kilometres(from, position) };
  });
  return near.sort((a, b) => (a.kilometres ?? Infinity) - (b.kilometres ?? Infinity));
}
