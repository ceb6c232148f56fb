import { z } from "zod";
import { coarsen } from "#domain/place.ts";
import { lineSchema } from "#web/lib/text-schema.ts";

export const PLACE_LONGEST = 80;

/** What is wrong with any place; the key of its sentence beside the field. */
const degrees = (most: number) => z.number("placeUnknown").min(-most, "placeUnknown").max(most, "placeUnknown");

const name = lineSchema.pipe(z.string().max(PLACE_LONGEST, "placeLong"));

/** A place somebody names: chosen from the gazetteer, or their own words without coordinates. */
export const placeFields = {
  place: name,
  latitude: degrees(90).nullable().default(null),
  longitude: degrees(180).nullable().default(null),
};

type Named = { place: string; latitude: number | null; longitude: number | null };

/** What is kept of a place: coordinates coarsened, and none where one of them or the name is missing. */
export function keepPlace<Value extends Named>(value: Value): Value {
  const { place, latitude, longitude } = value;
  const known = place !== "" && latitude !== null && longitude !== null;
  return { ...value, ...(known ? coarsen({ latitude, longitude }) : { latitude: null, longitude: null }) };
}

/** What somebody types to look for a place. */
export const placeQuerySchema = z.object({
  q: z.string().trim().min(1, "placeUnknown").max(PLACE_LONGEST, "placeLong"),
});
