import { z } from "zod";
import { PHOTO_SIZES } from "#web/features/photo/photo-store.ts";

/** A picture as its address names it. */
export const photoAddressSchema = z.object({ id: z.uuid("unknown"), size: z.enum(PHOTO_SIZES, "unknown") });

/** A profile's photo; null for none. */
export const photoIdSchema = z.uuid("unknown").nullable();

/** `x,y,side` in pixels of the upright picture; absent for the whole. */
export const cropSchema = z
  .string()
  .regex(/^\d{1,5},\d{1,5},\d{1,5}$/, "crop")
  .transform((text) => {
    const [x = 0, y = 0, side = 0] = text.split(",").map(Number);
    return { x, y, side };
  })
  .nullable();
