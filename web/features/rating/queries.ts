import { eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "#web/db/client.ts";
import { sealedRating } from "#web/db/schema/sealed-rating.ts";

export type SealedRating = typeof sealedRating.$inferSelect;

/** What one side may know of the ratings of a deal that are signed but not published. */
export type SealedView = {
  /** The reader's own. */
  mine: SealedRating | null;
  /** The other side has signed, too; what it says stays hidden. */
  theirs: boolean;
  /** Both, ready to be published: only once both sides have signed. */
  both: SealedRating[] | null;
};

export async function readSealed(db: Database, dealId: Hex, who: Address): Promise<SealedView> {
  const rows = await db.select().from(sealedRating).where(eq(sealedRating.dealId, dealId));
  return {
    mine: rows.find(({ rater }) => rater === who) ?? null,
    theirs: rows.some(({ rater }) => rater !== who),
    both: rows.length === 2 ? rows : null,
  };
}
