import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { boxAround, type Coordinates, EARTH_RADIUS_KM } from "#domain/place.ts";

/** A place in a query: its columns, or what they are called there. */
type Spot = { latitude: SQLWrapper; longitude: SQLWrapper };

/**
 * The way over the ground to a place, in kilometres: as `distanceKm` tells it (domain/place.ts), and in plain numbers,
 * which Postgres reckons ten times as fast as points in space.
 */
export function kmFrom(origin: Coordinates, { latitude, longitude }: Spot): SQL<number> {
  const from = sql`${origin.latitude}::float8`;
  const halfLatitude = sql`sin(radians(${latitude} - ${from}) / 2) ^ 2`;
  const halfLongitude = sql`sin(radians(${longitude} - ${origin.longitude}::float8) / 2) ^ 2`;
  const haversine = sql`${halfLatitude} + cos(radians(${from})) * cos(radians(${latitude})) * ${halfLongitude}`;
  return sql<number>`2 * ${EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(${haversine})))`;
}

/** Whether that way is no longer than `km`: a box, which indexes and the planner know, and in it the way itself. */
export function isWithin(origin: Coordinates, spot: Spot, km: number): SQL {
  const { south, north, longitudes } = boxAround(origin, km);
  const sideways = longitudes.map(
    ({ west, east }) => sql`${spot.longitude} between ${west}::float8 and ${east}::float8`,
  );
  return sql`(${spot.latitude} between ${south}::float8 and ${north}::float8 and (${sql.join(sideways, sql` or `)})
    and ${kmFrom(origin, spot)} <= ${km}::float8)`;
}
