// SPDX-License-Identifier: EUPL-1.2
// What the screen knows, and what it makes of it.
import type { components, LinkMessage } from '@parvis/api';

export type WallLine = components['schemas']['WallLine'];
export type WallCall = components['schemas']['WallCall'];
export type SiteCard = components['schemas']['SiteCard'];
type ToWall = components['schemas']['ToWall'];

export interface Wall {
  site: SiteCard;
  lines: WallLine[];
  /** The server's clock minus the screen's own, which may be wrong. */
  ahead_ms: number;
}

/** The wall after a message of the server; what a newer server may say changes nothing. */
export function after(known: Wall | null, message: LinkMessage, now: number): Wall | null {
  const told = message as unknown as ToWall;
  if (told.type === 'snapshot') return { site: told.site, lines: told.lines, ahead_ms: told.server_time - now };
  if (known && told.type === 'lines') return { ...known, lines: told.lines };
  return known;
}

/** Everybody who is called and not there yet, the newest first. */
export function calls_of(lines: readonly WallLine[]): WallCall[] {
  return lines.flatMap((line) => line.calls).sort((one, other) => other.called_at - one.called_at || other.number - one.number);
}

/** Changes when somebody is called, or called again; a screen that is switched on late still makes itself heard. */
export function call_key(call: WallCall): string {
  return `${call.number} ${call.called_at} ${call.calls}`;
}

const attention: Record<WallLine['state'], number> = { open: 0, nobody_there: 1, closed: 2 };

/** Bodies for which people wait come first, then those that are open, then those that open soonest. */
export function in_order(lines: readonly WallLine[]): WallLine[] {
  const weight = (line: WallLine) => (line.waiting > 0 || line.closed_with !== undefined ? 0 : 1 + attention[line.state]);
  return [...lines].sort(
    (one, other) => weight(one) - weight(other) || (one.opens_at ?? Infinity) - (other.opens_at ?? Infinity) || one.acronym.localeCompare(other.acronym),
  );
}

/** Of each body so many numbers and messages. */
export const next_shown = 5;
export const told_shown = 2;

// In rem, as wall.module.css has them: a card with its name, a line of text in it, and what the screen has for all.
const card = 4.4;
const text_line = 1.55;
const letters_in_line = 40;
const room = 27;

/** How high the card of a body is, about. */
export function height_of(line: WallLine): number {
  const message_lines = line.closed_with === undefined ? 0 : Math.ceil(line.closed_with.length / letters_in_line);
  const lines = message_lines + Math.min(line.expected.length, told_shown) + (line.next.length > 0 ? 1 : 0);
  return card + lines * text_line;
}

/** Bodies, as many together as can be read at once; none is cut in half. */
export function screens_of(lines: readonly WallLine[]): WallLine[][] {
  const screens: WallLine[][] = [];
  let left = 0;
  for (const line of lines) {
    if (screens.length === 0 || height_of(line) > left) {
      screens.push([]);
      left = room;
    }
    screens.at(-1)?.push(line);
    left -= height_of(line);
  }
  return screens;
}

/** "In about ten minutes": whole fives, and 0 when it may be at any moment. */
export function about_minutes(expected_at: number, now: number): number {
  const minutes = Math.round((expected_at - now) / 60_000);
  return minutes < 3 ? 0 : Math.max(5, Math.round(minutes / 5) * 5);
}
