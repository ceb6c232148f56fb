import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { sessionMinutes } from "#domain/booking.ts";
import { writeBrief } from "#domain/brief.ts";
import { commitWords } from "#domain/commitment.ts";
import { termsToJson } from "#domain/terms-json.ts";
import { dealId } from "#domain/terms.ts";
import { EVERYBODY_WELCOME } from "#domain/welcome.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { requireContact } from "#web/features/blocking/contact.ts";
import { freeSlot, holdSlot, renewHold, type WantedSlot } from "#web/features/booking/hold-slot.ts";
import { drawSalt, keepWords } from "#web/features/evidence/operations.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { drawUpTerms } from "#web/features/proposal/draw-up-terms.ts";
import { buffersOf } from "#web/features/proposal/listing-buffers.ts";
import { moveOn, readOpen } from "#web/features/proposal/open-proposal.ts";
import { readScores, requireHeld } from "#web/features/proposal/payment.ts";
import type { CounterInput, ProposeInput, SignInput } from "#web/features/proposal/schema.ts";
import { proposalState, termsOfProposal, turnOf, type ProposalRow } from "#web/features/proposal/stored-proposal.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";
import { isSignedBy } from "#web/lib/signature.ts";

type ListingRow = typeof listing.$inferSelect;

/**
 * Proposes an exchange on a listing: an offer's visitor is the buyer and chooses the payment at once, a request's
 * visitor is the seller and leaves it to the owner. A slot of the seller's calendar is held for it.
 * @returns the proposal's id
 * @throws AppError `not_found`, `listing_not_open`, `not_allowed` (one's own listing), `invalid_input`, `payment_missing`,
 * `slot_taken`, `member_blocked`, `contact_closed`
 */
export async function propose(
  context: ExchangeContext,
  who: Address,
  input: ProposeInput,
  now: Date,
): Promise<{ id: string }> {
  const [found] = await context.db.select().from(listing).where(eq(listing.id, input.listingId));
  if (!found || found.status === "draft") throw new AppError("not_found");
  if (found.status !== "published") throw new AppError("listing_not_open");
  if (found.owner === who) throw new AppError("not_allowed");
  await requireContact(context.db, who, found.owner);
  const [buyer, seller] = found.kind === "offer" ? [who, found.owner] : [found.owner, who];
  const agreed = await agree(context, { ...input, buyer, seller, who, listing: found }, now);
  return context.db.transaction(async (db) => {
    const [row] = await db
      .insert(proposal)
      .values({ listingId: found.id, buyer, seller, proposer: who, ...agreed, createdAt: now, updatedAt: now })
      .returning({ id: proposal.id });
    if (!row) throw new AppError("unavailable");
    await keepBrief(db, agreed, { buyer, listing: found });
    await holdSlot(db, slotOf(input, { id: row.id, buyer, seller }, found), now);
    return row;
  });
}

/**
 * Answers a proposal with other words, time, minutes or payment; choosing the payment for the first time is such an
 * answer, too. A signature given before does not carry over.
 * @throws AppError `not_found`, `proposal_stage` (not this side's turn), `invalid_input`, `payment_missing`, `slot_taken`,
 * `member_blocked`, `contact_closed`
 */
export async function counterProposal(
  context: ExchangeContext,
  who: Address,
  input: CounterInput,
  now: Date,
): Promise<void> {
  const row = await readOpen(context.db, who, input.proposalId);
  const turn = turnOf(proposalState(row, now));
  // What ran out unanswered can be proposed anew by either side.
  if (turn !== null && row[turn] !== who) throw new AppError("proposal_stage");
  const { buyer, seller } = row;
  await requireContact(context.db, who, buyer === who ? seller : buyer);
  const listed = await readListingOf(context.db, row);
  const agreed = await agree(context, { ...input, buyer, seller, who, listing: listed }, now);
  await context.db.transaction(async (db) => {
    await moveOn(db, row, { ...agreed, proposer: who, updatedAt: now });
    await keepBrief(db, agreed, { buyer, listing: listed });
    await holdSlot(db, slotOf(input, row, listed), now);
  });
}

/**
 * Keeps the seller's signature of the terms: with it the buyer opens the deal in one transaction. The slot is held anew.
 * @throws AppError `not_found`, `proposal_stage`, `proposal_expired`, `bad_signature`, `slot_taken`
 */
export async function signProposal(
  { db, chain, system }: ExchangeContext,
  who: Address,
  { proposalId, signature }: SignInput,
  now: Date,
): Promise<void> {
  const row = await readOpen(db, who, proposalId);
  if (row.stage !== "signature" || row.seller !== who) throw new AppError("proposal_stage");
  if (proposalState(row, now) === "expired") throw new AppError("proposal_expired");
  const terms = termsOfProposal(row);
  if (!terms) throw new AppError("proposal_stage");
  if (!(await isSignedBy(chain, who, dealId(terms, system), signature))) throw new AppError("bad_signature");
  await db.transaction(async (tx) => {
    await moveOn(tx, row, { signature, stage: "funding", updatedAt: now });
    await renewHold(tx, row.id, now);
  });
}

/**
 * Ends a proposal: the side that wrote it withdraws, the other declines.
 * @throws AppError `not_found`, `proposal_stage`
 */
export async function endProposal(
  { db }: Pick<ExchangeContext, "db">,
  who: Address,
  proposalId: string,
  now: Date,
): Promise<void> {
  const row = await readOpen(db, who, proposalId);
  const stage = row.proposer === who ? "withdrawn" : "declined";
  await db.transaction(async (tx) => {
    await moveOn(tx, row, { stage, updatedAt: now });
    await freeSlot(tx, row.id, now);
  });
}

type Agreed = Pick<
  ProposalRow,
  | "minutes"
  | "deliverFrom"
  | "deliverBy"
  | "note"
  | "briefText"
  | "briefSalt"
  | "terms"
  | "dealId"
  | "stage"
  | "signature"
>;

async function agree(
  { db, system }: ExchangeContext,
  input: Omit<CounterInput, "proposalId"> & {
    buyer: Address;
    seller: Address;
    who: Address;
    /** What it is about, as it is now; null where that is gone. */
    listing: ListingRow | null;
  },
  now: Date,
): Promise<Agreed> {
  const { buyer, agreement, brief: briefText, minutes, note } = input;
  const briefSalt = drawSalt();
  const words = {
    minutes,
    note,
    briefText,
    briefSalt,
    deliverFrom: new Date(input.deliverFrom * 1000),
    deliverBy: new Date(input.deliverBy * 1000),
    signature: null,
  };
  if (input.who !== buyer) {
    if (agreement) throw new AppError("not_allowed");
    if (input.deliverBy <= toSeconds(now)) throw new AppError("invalid_input", { fields: { deliverBy: "deliverBy" } });
    return { ...words, terms: null, dealId: null, stage: "payment" };
  }
  if (!agreement) throw new AppError("invalid_input", { fields: { payment: "payment" } });
  const brief = commitWords(writeBrief(briefText, input.listing), briefSalt);
  const welcome = input.listing ?? EVERYBODY_WELCOME;
  const scoreOf = await readScores(db, welcome, agreement.payment, buyer);
  const terms = drawUpTerms({ ...input, welcome, scoreOf, agreement, brief, salt: drawSalt() }, toSeconds(now), system);
  if (agreement.payment.kind === "held") await requireHeld(db, terms);
  return { ...words, terms: termsToJson(terms), dealId: dealId(terms, system), stage: "signature" };
}

function slotOf(
  { deliverFrom, minutes }: Pick<CounterInput, "deliverFrom" | "minutes">,
  { id, buyer, seller }: Pick<ProposalRow, "id" | "buyer" | "seller">,
  listed: ListingRow | null,
): WantedSlot {
  const slot = { start: deliverFrom, minutes: sessionMinutes(listed, minutes), buffers: buffersOf(listed, seller) };
  return { proposalId: id, buyer, seller, ...slot };
}

/** Words and the listing as it stands now: whatever its owner makes of it later, the deal was about this. */
async function keepBrief(
  db: Database,
  { dealId: id, briefText, briefSalt }: Agreed,
  { buyer, listing: listed }: { buyer: Address; listing: ListingRow | null },
): Promise<void> {
  const body = writeBrief(briefText, listed);
  if (id) await keepWords(db, { kind: "brief", dealId: id, author: buyer, body, salt: briefSalt });
}

async function readListingOf(db: Database, { listingId }: ProposalRow): Promise<ListingRow | null> {
  if (!listingId) return null;
  const [found] = await db.select().from(listing).where(eq(listing.id, listingId));
  return found ?? null;
}
