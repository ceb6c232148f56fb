import { and, eq, inArray } from "drizzle-orm";
import type { Address } from "viem";
import type { Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import type { WelcomeRule } from "#domain/welcome.ts";
import { holding } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { renewHold } from "#web/features/booking/hold-slot.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { readOpen } from "#web/features/proposal/open-proposal.ts";
import type { Agreement } from "#web/features/proposal/schema.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Makes sure of the slot before the buyer pays: nobody is to lock tokens for a time that is gone.
 * @throws AppError `not_found`, `proposal_stage`, `slot_taken`
 */
export async function prepareFunding(
  { db }: Pick<ExchangeContext, "db">,
  who: Address,
  proposalId: string,
  now: Date,
): Promise<void> {
  const row = await readOpen(db, who, proposalId);
  if (row.buyer !== who) throw new AppError("proposal_stage");
  await renewHold(db, row.id, now);
}

/** @throws AppError `payment_missing` where the buyer holds less than the terms say */
export async function requireHeld(db: Database, { buyer, ids, amounts }: Terms): Promise<void> {
  const held = await db
    .select({ tokenId: holding.tokenId, amount: holding.amount })
    .from(holding)
    .where(and(eq(holding.holder, buyer), inArray(holding.tokenId, [...ids])));
  const missing = ids.some((id, index) => {
    const amount = held.find(({ tokenId }) => tokenId === id)?.amount ?? 0n;
    return amount < (amounts[index] ?? 0n);
  });
  if (missing) throw new AppError("payment_missing", { fields: { payment: "paymentMissing" } });
}

/** The reputation of those whose promises are to pay, where it matters. */
export async function readScores(
  db: Database,
  { welcome }: WelcomeRule,
  payment: Agreement["payment"],
  buyer: Address,
): Promise<(issuer: Address) => number | null> {
  if (welcome !== "reputation") return () => null;
  const issuers = payment.kind === "held" ? payment.ids.map((id) => unpackTokenId(id).issuer) : [buyer];
  const people = await readPeople(
    db,
    issuers.map((issuer) => issuer.toLowerCase() as Address),
  );
  return (issuer) => people[issuer.toLowerCase() as Address]?.score ?? null;
}
