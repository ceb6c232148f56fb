import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { withoutPast } from "#domain/availability.ts";
import type { Database } from "#web/db/client.ts";
import { availability, availabilityException, availabilityRule } from "#web/db/schema/availability.ts";
import type { AvailabilityInput } from "#web/features/availability/schema.ts";
import { toSeconds } from "#web/lib/clock.ts";

/**
 * Writes when a member gives time, in place of what they said before. What is booked already stays booked; days that are
 * long over are forgotten.
 */
export async function saveAvailability(db: Database, who: Address, input: AvailabilityInput, now: Date): Promise<void> {
  const { weekly, exceptions: days, ...said } = input;
  const exceptions = withoutPast(days, toSeconds(now));
  await db.transaction(async (tx) => {
    const changed = { ...said, freeTimeAt: null, updatedAt: now };
    await tx
      .insert(availability)
      .values({ member: who, ...changed, createdAt: now })
      .onConflictDoUpdate({ target: availability.member, set: changed });
    await tx.delete(availabilityRule).where(eq(availabilityRule.member, who));
    await tx.delete(availabilityException).where(eq(availabilityException.member, who));
    if (weekly.length > 0) {
      const rows = weekly.map(({ weekday, from, to }) => ({ member: who, weekday, fromMinute: from, toMinute: to }));
      await tx.insert(availabilityRule).values(rows);
    }
    if (exceptions.length > 0) {
      await tx.insert(availabilityException).values(exceptions.map((exception) => ({ member: who, ...exception })));
    }
  });
}

/** Marks what was worked out of a member's calendar as out of date: the worker does it anew. */
export async function touchCalendars(db: Database, members: readonly Address[]): Promise<void> {
  for (const member of members)
    await db.update(availability).set({ freeTimeAt: null }).where(eq(availability.member, member));
}
