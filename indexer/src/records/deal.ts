import { deal, dealPayment } from "ponder:schema";
import { isNobody } from "#domain/address.ts";
import { DEAL_OUTCOMES, DEAL_STATUSES, type DealOutcome, type DealStatus } from "#domain/deal-state.ts";
import { potMinutes } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import type { Address, Hex } from "viem";
import { placeOf, type Db, type LoggedEvent } from "./place.ts";

export type DealRow = typeof deal.$inferSelect;
export type PaymentRow = typeof dealPayment.$inferSelect;

/**
 * Writes a new deal and its payment.
 * @param beginning `pending` or `active`; where it goes on from an older deal, that one
 */
export async function openDeal(
  db: Db,
  event: LoggedEvent,
  id: Hex,
  terms: Terms,
  { status, before }: { status: DealStatus; before: DealRow | null },
): Promise<DealRow> {
  const { ids, amounts, ...agreed } = terms;
  const { timestamp, block, txHash } = placeOf(event);
  const pot = potMinutes(terms);
  await db.insert(dealPayment).values(
    ids.map((tokenId, position) => ({
      dealId: id,
      position,
      tokenId,
      amount: amounts[position] ?? 0n,
      minutes: pot[position] ?? 0,
    })),
  );
  return db.insert(deal).values({
    id,
    ...agreed,
    status,
    amendedFrom: before?.id ?? null,
    origin: before?.origin ?? id,
    since: terms.deliverFrom,
    rateable: false,
    bySilence: false,
    defaulted: false,
    minutes: pot.reduce((sum, minutes) => sum + minutes, 0),
    openedAt: timestamp,
    acceptedAt: status === "active" ? timestamp : null,
    openedTx: txHash,
    openedBlock: block,
  });
}

/** @throws Error where the index does not know the deal; the escrow opens each before it says anything else of it */
export async function dealOf(db: Db, id: Hex): Promise<DealRow> {
  const row = await db.find(deal, { id });
  if (!row) throw new Error(`Unknown deal ${id}`);
  return row;
}

/** @returns the deal's payment, in the order of its terms */
export async function paymentOf(db: Db, dealId: Hex): Promise<PaymentRow[]> {
  const rows: PaymentRow[] = [];
  for (;;) {
    const row = await db.find(dealPayment, { dealId, position: rows.length });
    if (!row) return rows;
    rows.push(row);
  }
}

/** @returns everyone with a part in the deal */
export function rolesOf({ buyer, seller, arbiter, appealArbiter }: DealRow): Address[] {
  return [buyer, seller, arbiter, appealArbiter].filter((role) => !isNobody(role));
}

/** @returns who closed a deal, where its outcome says so: the buyer confirmed, or the seller refunded. */
export function closerOf(before: DealRow, { outcome, bySilence }: DealRow): Address | undefined {
  if (bySilence) return undefined;
  if (outcome === "completed") return before.buyer;
  return outcome === "refunded" && before.status !== "pending" ? before.seller : undefined;
}

/** @param index the contract's `Status` */
export function statusAt(index: number): DealStatus {
  const status = DEAL_STATUSES[index - 1];
  if (!status) throw new Error(`Unknown status ${index}`);
  return status;
}

/** @param index the contract's `Outcome` */
export function outcomeAt(index: number): DealOutcome {
  const outcome = DEAL_OUTCOMES[index - 1];
  if (!outcome) throw new Error(`Unknown outcome ${index}`);
  return outcome;
}
