import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { type Coordinates, EARTH_RADIUS_KM } from "#domain/place.ts";
import { onEarth } from "#web/db/schema/on-earth.ts";

/** The way over the ground to a point that `onEarth` gave, in kilometres: as `distanceKm` tells it (domain/place.ts). */
export function kmFrom(origin: Coordinates, spot: SQLWrapper): SQL<number> {
  return sql<number>`earth_distance(${onEarth(origin)}, ${spot}) / earth() * ${EARTH_RADIUS_KM}`;
}

/** Whether that way is no longer than `km`; an index of points finds them. */
export function isWithin(origin: Coordinates, spot: SQLWrapper, km: number): SQL {
  // Postgres' earth is a thousandth larger than ours; what its box lets in besides, the way itself leaves out.
  const metres = km * 1_002;
  return sql`(earth_box(${onEarth(origin)}, ${metres}) @> ${spot} and ${kmFrom(origin, spot)} <= ${km})`;
}
