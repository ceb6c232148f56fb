/** A point on a circle, from the top, clockwise. */
function pointOn(cx: number, cy: number, radius: number, turn: number): string {
  const angle = (turn - 0.25) * 2 * Math.PI;
  // Two decimals: the same text on server and browser, whatever their last bits of sine say.
  return `${(cx + radius * Math.cos(angle)).toFixed(2)} ${(cy + radius * Math.sin(angle)).toFixed(2)}`;
}

/**
 * The SVG path of an arc, drawn clockwise.
 * @param from where it starts, in turns from the top (0.25 is three o'clock)
 * @param length in turns, above 0; a whole turn is cut a hair short, since a closed arc draws nothing
 */
export function arcPath(cx: number, cy: number, radius: number, from: number, length: number): string {
  const span = Math.min(length, 0.9999);
  const large = span > 0.5 ? 1 : 0;
  return `M${pointOn(cx, cy, radius, from)}A${radius} ${radius} 0 ${large} 1 ${pointOn(cx, cy, radius, from + span)}`;
}
