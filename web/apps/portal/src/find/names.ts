// SPDX-License-Identifier: EUPL-1.2
// Names of villages as people type them on a telephone: without accents or hyphens, with "St", with a slip.

/** "L’Isle-Jourdain" -> "l isle jourdain", "St Savin" -> "saint savin". */
export function folded(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word) => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word)).join(' ');
}

/** Slips between two words: a letter wrong, missing, too many, or two letters changed over. More than `most`: most + 1. */
export function slips(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let two_before: number[] = [];
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const equal = left[row - 1] === right[column - 1];
      let best = Math.min(before[column]! + 1, line[column - 1]! + 1, before[column - 1]! + (equal ? 0 : 1));
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, two_before[column - 2]! + 1);
      line.push(best);
    }
    if (Math.min(...line) > most) return most + 1;
    two_before = before;
    before = line;
  }
  return before[right.length]!;
}

/** How badly `typed` fits `name` (both folded): 0 the same ... ; null: not meant. */
export function misfit(typed: string, name: string): number | null {
  if (typed === name) return 0;
  if (name.startsWith(typed)) return 1;
  if (` ${name}`.includes(` ${typed}`)) return 2;
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (most === 0) return null;
  // The last letters may not have been typed yet.
  const lengths = [name.length, typed.length, typed.length + 1, typed.length - 1];
  const least = Math.min(...lengths.map((length) => slips(typed, name.slice(0, length), most)));
  return least <= most ? 2 + least : null;
}

export interface Locality {
  name: string;
  postcodes: readonly string[];
  latitude?: number;
  longitude?: number;
}

/** The villages that may be meant, the likeliest first; a postcode or its beginning finds those that have it. */
export function localities_meant<Known extends Locality>(typed: string, known: readonly Known[], most = 6): Known[] {
  const wanted = folded(typed);
  if (wanted.length < 2) return [];
  const digits = wanted.replaceAll(' ', '');
  if (/^\d+$/.test(digits)) {
    return known.filter(({ postcodes }) => postcodes.some((postcode) => postcode.startsWith(digits))).slice(0, most);
  }
  const fitting = known.flatMap((locality) => {
    const fit = misfit(wanted, folded(locality.name));
    return fit === null ? [] : [{ locality, fit }];
  });
  fitting.sort((a, b) => a.fit - b.fit || a.locality.name.length - b.locality.name.length || a.locality.name.localeCompare(b.locality.name, 'fr'));
  return fitting.slice(0, most).map(({ locality }) => locality);
}
