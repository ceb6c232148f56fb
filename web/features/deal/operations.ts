import { and, eq } from "drizzle-orm";
import { hashTypedData, type Address, type Hex } from "viem";
import { actionsAt, roleOf, type ActionKind } from "#domain/deal.ts";
import { findSplitProblem } from "#domain/split.ts";
import { isFeeEarned } from "#domain/preview.ts";
import { checkTerms, dealId as idOfTerms, type Terms } from "#domain/terms.ts";
import { amendmentTypedData, settlementTypedData, type Settlement } from "#domain/typed-data.ts";
import { deal } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { consent } from "#web/db/schema/consent.ts";
import { isTimeTaken, readDealBooking } from "#web/features/booking/queries.ts";
import { payloadToJson, type ConsentPayload } from "#web/features/deal/consent-payload.ts";
import type { DealFacts } from "#web/features/deal/deal-record.ts";
import { readDealTime, readFacts } from "#web/features/deal/queries.ts";
import type { AmendmentDraftInput, ConsentInput, DealWordsInput, DropConsentInput } from "#web/features/deal/schema.ts";
import { standingRuling } from "#web/features/deal/standing-ruling.ts";
import { drawSalt, keepWords } from "#web/features/evidence/operations.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { AppError } from "#web/lib/errors.ts";
import { isSignedBy } from "#web/lib/signature.ts";
import type { System } from "#web/lib/system.ts";

const DAY = 86_400;

/**
 * Keeps words whose commitment the author is about to put on-chain: evidence of a party or an arbiter, or the reasons of
 * the arbiter whose turn it is.
 * @returns the commitment
 * @throws AppError `not_found`, `not_allowed`, `deal_stage`
 */
export async function keepDealWords(
  { db }: ExchangeContext,
  who: Address,
  { dealId, kind, body }: DealWordsInput,
  clock: Date,
): Promise<{ hash: Hex }> {
  const facts = await requireFacts(db, dealId);
  const allowed: ActionKind[] = kind === "reasons" ? ["rule"] : ["dispute", "submitEvidence"];
  await requireAction(db, facts, who, allowed, clock);
  return { hash: await keepWords(db, { kind, dealId, author: who, body, salt: drawSalt() }) };
}

/**
 * Draws up the terms a deal would go on under at another time or with other words. The consent's last second is the
 * latest the escrow lets it be, at most three days from now.
 * @throws AppError `not_found`, `not_allowed`, `deal_stage`, `invalid_input`, `slot_taken`
 */
export async function draftAmendment(
  { db, system }: ExchangeContext,
  who: Address,
  { dealId, deliverFrom, deliverBy, brief }: AmendmentDraftInput,
  clock: Date,
): Promise<Terms> {
  const facts = await requireFacts(db, dealId);
  const now = await requireAction(db, facts, who, ["amend"], clock);
  const salt = drawSalt();
  const acceptBy = Math.min(now + 3 * DAY, deliverBy - 3_600, facts.terms.deliverBy);
  const newTerms = { ...facts.terms, acceptBy, deliverFrom, deliverBy, salt };
  const [problem] = checkTerms(newTerms, now, system);
  await requireFreeTime(db, facts, deliverFrom, clock);
  if (problem) throw new AppError("invalid_input", { fields: { deliverBy: "deliverBy" } });
  const kept = { kind: "brief", author: who, body: brief, salt: drawSalt() } as const;
  return { ...newTerms, brief: await keepWords(db, { ...kept, dealId: null }) };
}

/**
 * Keeps a party's signature for the other to carry out, in place of an earlier one.
 * @throws AppError `not_found`, `not_allowed`, `deal_stage`, `invalid_input` (the escrow would refuse it),
 * `bad_signature`
 */
export async function keepConsent(
  context: ExchangeContext,
  who: Address,
  input: ConsentInput,
  clock: Date,
): Promise<void> {
  const { db, chain, system } = context;
  const facts = await requireFacts(db, input.dealId);
  const now = await requireAction(db, facts, who, [input.kind === "amendment" ? "amend" : "settle"], clock);
  const payload = asPayload(input);
  const digest =
    payload.kind === "amendment"
      ? digestOfAmendment(facts, payload.newTerms, now, system)
      : digestOfSettlement(facts, payload.settlement, now, system);
  if (!(await isSignedBy(chain, who, digest, input.signature))) throw new AppError("bad_signature");
  const { dealId, kind, signature, note } = input;
  const said = { payload: payloadToJson(payload), note, signature, createdAt: clock };
  await db
    .insert(consent)
    .values({ dealId, kind, signer: who, ...said })
    .onConflictDoUpdate({ target: [consent.dealId, consent.kind, consent.signer], set: said });
}

/** Takes a consent off the page; what was signed holds on-chain until it runs out. Without effect where there is none. */
export async function dropConsent(
  { db }: ExchangeContext,
  who: Address,
  { dealId, kind }: DropConsentInput,
): Promise<void> {
  await db.delete(consent).where(and(eq(consent.dealId, dealId), eq(consent.kind, kind), eq(consent.signer, who)));
}

/** Two deals of one seller cannot take place at once where the seller keeps a calendar. */
async function requireFreeTime(
  db: Database,
  { id, terms }: DealFacts,
  deliverFrom: number,
  clock: Date,
): Promise<void> {
  const [row] = await db.select({ minutes: deal.minutes, origin: deal.origin }).from(deal).where(eq(deal.id, id));
  if (!row) throw new AppError("not_found");
  const own = await readDealBooking(db, id, row.origin);
  const span = { from: deliverFrom, to: deliverFrom + row.minutes * 60 };
  if (await isTimeTaken(db, { seller: terms.seller, span, without: own?.id }, clock))
    throw new AppError("slot_taken", { fields: { deliverFrom: "slotTaken" } });
}

function asPayload(input: ConsentInput): ConsentPayload {
  return input.kind === "amendment"
    ? { kind: input.kind, newTerms: input.payload }
    : { kind: input.kind, settlement: input.payload };
}

function digestOfAmendment({ id, terms }: DealFacts, newTerms: Terms, now: number, system: System): Hex {
  const { acceptBy, deliverFrom, deliverBy, brief, salt } = newTerms;
  const allowed: Terms = { ...terms, acceptBy, deliverFrom, deliverBy, brief, salt };
  const newDealId = idOfTerms(newTerms, system);
  const changesMore = idOfTerms(allowed, system) !== newDealId;
  if (changesMore || newDealId === id || checkTerms(newTerms, now, system).length > 0) {
    throw new AppError("invalid_input", { fields: { payload: "payload" } });
  }
  return hashTypedData(amendmentTypedData({ dealId: id, newDealId }, system));
}

function digestOfSettlement({ id, state, terms }: DealFacts, settlement: Settlement, now: number, system: System): Hex {
  const split = settlement.sellerMinutes.map(Number);
  const about = settlement.dealId === id && settlement.ruling === standingRuling(state.ruling);
  if (!about || settlement.validUntil <= now || findSplitProblem(terms, split, isFeeEarned(state)) !== null) {
    throw new AppError("invalid_input", { fields: { payload: "payload" } });
  }
  return hashTypedData(settlementTypedData(settlement, system));
}

async function requireFacts(db: Database, id: Hex): Promise<DealFacts> {
  const facts = await readFacts(db, id);
  if (!facts) throw new AppError("not_found");
  return facts;
}

/** @returns the time the deal was read at, in unix seconds */
async function requireAction(
  db: Database,
  { state, terms }: DealFacts,
  who: Address,
  kinds: readonly ActionKind[],
  clock: Date,
): Promise<number> {
  if (roleOf(terms, who) === "stranger") throw new AppError("not_allowed");
  const now = await readDealTime(db, clock);
  const open = actionsAt(state, terms, who, now).some(({ kind, opensAt }) => kinds.includes(kind) && opensAt === null);
  if (!open) throw new AppError("deal_stage");
  return now;
}
