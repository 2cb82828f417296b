// SPDX-License-Identifier: EUPL-1.2
// Path pieces, so that a drawing stays one path and one stroke.

export function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

/** Rectangle with rounded corners. */
export function box(x: number, y: number, width: number, height: number, radius: number): string {
  const arc = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  return (
    `M${x + radius} ${y}h${across}${arc(radius, radius)}v${down}${arc(-radius, radius)}` +
    `h${-across}${arc(-radius, -radius)}v${-down}${arc(radius, -radius)}z`
  );
}

/** A dot is a line of no length: the round ends draw it. */
export function dot(x: number, y: number): string {
  return `M${x} ${y}h.01`;
}

/** A dot that carries meaning by itself, a little larger. */
export function bead(x: number, y: number): string {
  return circle(x, y, 0.6);
}
