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

/** Latitudes and longitudes between which something lies; two of the latter where the date line lies between them. */
export type Box = { south: number; north: number; longitudes: { west: number; east: number }[] };

/** A little more than what a computer rounds away. */
const SLACK = 1 + 1e-9;

/** A box that holds all that lies no further than `km`, and no more besides than it must. */
export function boxAround({ latitude, longitude }: Coordinates, km: number): Box {
  const reach = (km / EARTH_RADIUS_KM) * SLACK;
  const south = latitude - toDegrees(reach) * SLACK;
  const north = latitude + toDegrees(reach) * SLACK;
  // Around a pole lie all longitudes.
  if (south <= -90 || north >= 90) return { south, north, longitudes: [{ west: -180, east: 180 }] };
  const sideways = toDegrees(Math.asin(Math.min(1, Math.sin(reach) / Math.cos(toRadians(latitude))))) * SLACK;
  const [west, east] = [longitude - sideways, longitude + sideways];
  return { south, north, longitudes: cutAtDateLine(west, east) };
}

function cutAtDateLine(west: number, east: number): Box["longitudes"] {
  if (west < -180)
    return [
      { west: -180, east },
      { west: west + 360, east: 180 },
    ];
  if (east > 180)
    return [
      { west, east: 180 },
      { west: -180, east: east - 360 },
    ];
  return [{ west, east }];
}

/** Mean radius. */
export const EARTH_RADIUS_KM = 6_371;

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
