import { coarsen, type Coordinates } from "#domain/place.ts";
import { PLACE_LONGEST } from "#web/features/place/schema.ts";

/** Where distances are counted from: a coarse place by its name. */
export type Origin = Coordinates & { place: string };

const WRITTEN = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(.+)$/su;

// Postgres has no text with a NUL in it; other control and direction characters only serve to deceive.
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Reads an origin as an address says it, `52.52,13.4,Berlin`; null for what is none. */
export function readOrigin(text: string): Origin | null {
  const [, latitude, longitude, name = ""] = WRITTEN.exec(text.replaceAll(UNPRINTABLE, "")) ?? [];
  const place = name.trim().slice(0, PLACE_LONGEST).trim();
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  const isOnEarth = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  return place !== "" && isOnEarth ? { ...coarsen(at), place } : null;
}

/** @returns what `readOrigin` reads */
export function writeOrigin({ latitude, longitude, place }: Origin): string {
  return `${latitude},${longitude},${place}`;
}
