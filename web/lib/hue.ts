/**
 * A hue that belongs to a text for ever: an address, a listing's id.
 * @returns degrees, 0 to 359
 */
export function hueOf(seed: string): number {
  return hashOf(seed) % 360;
}

/** FNV-1a, 32 bits: small, and spreads well enough to draw from. */
export function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (const unit of seed.toLowerCase()) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  // FNV's low bits follow the last character closely; one more mixing step parts neighbours.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
