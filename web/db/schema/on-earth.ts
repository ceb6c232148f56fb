import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

type Side = SQLWrapper | number;

/** A place as a point in space, in metres from the middle of the earth: an index holds the listings', and finds the near. */
export function onEarth({ latitude, longitude }: { latitude: Side; longitude: Side }): SQL {
  return sql`ll_to_earth(${latitude}, ${longitude})`;
}
