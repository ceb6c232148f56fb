/** Somewhere on the globe, in degrees. */
export type Coordinates = { latitude: number; longitude: number };

/** Fifty steps to a degree: about two kilometres, so that no coordinates tell where somebody lives. */
const STEPS_PER_DEGREE = 50;

/** The coordinates rounded to the nearest step: what is kept of a place. Rounding again changes nothing. */
export function coarsen({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: toStep(latitude), longitude: toStep(longitude) };
}

function toStep(degrees: number): number {
  // Divided last, so that the result is the double nearest to two decimals; without a negative zero.
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE + 0;
}

/** Kilometres over the ground between two places, along a great circle. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const [from, to] = [toRadians(a.latitude), toRadians(b.latitude)];
  const halfLatitude = Math.sin((to - from) / 2) ** 2;
  const halfLongitude = Math.sin(toRadians(b.longitude - a.longitude) / 2) ** 2;
  const haversine = halfLatitude + Math.cos(from) * Math.cos(to) * halfLongitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** Mean radius. */
export const EARTH_RADIUS_KM = 6_371;

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
