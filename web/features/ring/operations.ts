import { and, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { ringSeat } from "#web/db/schema/ring.ts";
import { ringAgreed } from "#web/features/inbox/kinds/ring.ts";
import { tell } from "#web/features/inbox/tell.ts";
import type { RingAnswer } from "#web/features/ring/schema.ts";
import { tellEach } from "#web/features/ring/tell-each.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Says yes or no to a ring. A yes can become a no until everybody has said yes; a no stays.
 * @throws AppError `not_found` for who is not in it, `ring_decided` once it is declined or agreed
 */
export async function answerRing(
  db: Database,
  who: Address,
  { id, answer }: { id: string; answer: RingAnswer },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Two who answer at once wait for each other, so that the last yes sees all the others.
    const seats = await tx
      .select()
      .from(ringSeat)
      .where(eq(ringSeat.ringId, id))
      .orderBy(ringSeat.position)
      .for("update");
    if (!seats.some(({ member }) => member === who)) throw new AppError("not_found");
    if (isDecided(seats)) throw new AppError("ring_decided");
    await tx
      .update(ringSeat)
      .set({ answer, answeredAt: now })
      .where(and(eq(ringSeat.ringId, id), eq(ringSeat.member, who)));
    const others = seats.filter(({ member }) => member !== who);
    if (answer === "no" || others.some((seat) => seat.answer !== "yes")) return;
    await tell(tx, ringAgreed, tellEach(id, seats), now);
  });
}

function isDecided(seats: readonly { answer: RingAnswer | null }[]): boolean {
  return seats.some(({ answer }) => answer === "no") || seats.every(({ answer }) => answer === "yes");
}
