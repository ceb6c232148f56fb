import { and, eq, inArray, or } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { endProposal } from "#web/features/proposal/agree.ts";
import { AppError } from "#web/lib/errors.ts";

/** More than anybody needs; a list without an end could be used to fill the database. */
export const MOST_BLOCKED = 1_000;

/**
 * Has nothing more to do with somebody: what is being agreed between the two ends, and nothing new begins. Deals that
 * are open on the chain go on. Doing it twice changes nothing.
 * @throws AppError `not_allowed` for oneself; `conflict` beyond MOST_BLOCKED
 */
export async function blockMember(db: Database, who: Address, other: Address, now: Date): Promise<void> {
  if (who === other) throw new AppError("not_allowed");
  await db.transaction(async (tx) => {
    const known = await tx
      .select({ blocked: memberBlock.blocked })
      .from(memberBlock)
      .where(eq(memberBlock.blocker, who))
      .limit(MOST_BLOCKED);
    if (known.length >= MOST_BLOCKED) throw new AppError("conflict");
    await tx.insert(memberBlock).values({ blocker: who, blocked: other, createdAt: now }).onConflictDoNothing();
  });
  await endProposalsBetween(db, who, other, now);
}

/** Lets somebody be as anybody else is again; nothing that ended comes back. */
export async function unblockMember(db: Database, who: Address, other: Address): Promise<void> {
  await db.delete(memberBlock).where(and(eq(memberBlock.blocker, who), eq(memberBlock.blocked, other)));
}

async function endProposalsBetween(db: Database, who: Address, other: Address, now: Date): Promise<void> {
  const open = await db
    .select({ id: proposal.id })
    .from(proposal)
    .where(
      and(
        or(
          and(eq(proposal.buyer, who), eq(proposal.seller, other)),
          and(eq(proposal.buyer, other), eq(proposal.seller, who)),
        ),
        inArray(proposal.stage, ["payment", "signature", "funding"]),
      ),
    );
  for (const { id } of open) await endProposal({ db }, who, id, now).catch(ignoreOver);
}

/** A proposal that became a deal, or ended in this very moment, needs no ending. */
function ignoreOver(error: unknown): void {
  if (error instanceof AppError && (error.code === "proposal_stage" || error.code === "conflict")) return;
  throw error;
}
