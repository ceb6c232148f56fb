import { z } from "zod";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import { lineSchema } from "#web/lib/text-schema.ts";

/** The photos a form refers to, in their order, the cover first. Each check's message is a key of `photo.problem`. */
export const photosSchema = z
  .array(
    z.object({
      id: z.uuid("unknown"),
      alt: lineSchema.pipe(z.string().max(PHOTO_LIMITS.altLongest, "altLong")),
    }),
  )
  .max(PHOTO_LIMITS.perListing, "many")
  .refine((photos) => new Set(photos.map(({ id }) => id)).size === photos.length, "unknown");
