import { and, eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { deal } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import type { ProposalRow } from "#web/features/proposal/stored-proposal.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * A proposal of one's own that has neither ended nor become a deal.
 * @throws AppError `not_found`, `proposal_stage`
 */
export async function readOpen(db: Database, who: Address, id: string): Promise<ProposalRow> {
  const [row] = await db.select().from(proposal).where(eq(proposal.id, id));
  if (!row || (row.buyer !== who && row.seller !== who)) throw new AppError("not_found");
  if (row.stage === "declined" || row.stage === "withdrawn") throw new AppError("proposal_stage");
  if (row.dealId === null) return row;
  const opened = await db.select({ id: deal.id }).from(deal).where(eq(deal.id, row.dealId));
  if (opened.length > 0) throw new AppError("proposal_stage");
  return row;
}

/**
 * Changes a proposal only if nobody else has meanwhile: two answers at once end with one.
 * @throws AppError `conflict`
 */
export async function moveOn(
  db: Database,
  { id, stage, updatedAt }: ProposalRow,
  next: Partial<typeof proposal.$inferInsert> & { updatedAt: Date },
): Promise<void> {
  // The column is finer than a Date.
  const unchanged = sql`date_trunc('milliseconds', ${proposal.updatedAt}) = ${updatedAt.toISOString()}::timestamptz`;
  const moved = await db
    .update(proposal)
    .set(next)
    .where(and(eq(proposal.id, id), eq(proposal.stage, stage), unchanged))
    .returning({ id: proposal.id });
  if (moved.length === 0) throw new AppError("conflict");
}
