import { and, eq, gt, inArray, or, type SQL } from "drizzle-orm";
import { booking } from "#web/db/schema/booking.ts";

/** Whether a booking takes its time: one that is kept does, too, since work can be paid before it is done. */
export function isStanding(now: Date): SQL | undefined {
  return or(inArray(booking.state, ["firm", "kept"]), and(eq(booking.state, "held"), gt(booking.heldUntil, now)));
}
