import { and, eq } from "drizzle-orm";
import { hashTypedData, zeroHash, type Address, type Hex } from "viem";
import { actionsAt, type ActionKind } from "#domain/deal.ts";
import { ratingTypedData } from "#domain/typed-data.ts";
import { rating } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { sealedRating } from "#web/db/schema/sealed-rating.ts";
import { words } from "#web/db/schema/words.ts";
import { ratedSides, readDealTime, readFacts } from "#web/features/deal/queries.ts";
import { drawSalt, keepWords } from "#web/features/evidence/operations.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import type { RatingWordsInput, SealRatingInput } from "#web/features/rating/schema.ts";
import { AppError } from "#web/lib/errors.ts";
import { isSignedBy } from "#web/lib/signature.ts";

/**
 * Keeps the words of a rating or a reply.
 * @returns their commitment; 32 zero bytes for no words
 * @throws AppError `not_found`, `not_allowed` (no side of the deal, too late, or said already)
 */
export async function keepRatingWords(
  { db }: ExchangeContext,
  who: Address,
  { dealId, kind, body }: RatingWordsInput,
  clock: Date,
): Promise<{ hash: Hex }> {
  await requireAction(db, dealId, who, kind === "comment" ? "rate" : "reply", clock);
  if (body === "") return { hash: zeroHash };
  return { hash: await keepWords(db, { kind, dealId, author: who, body, salt: drawSalt() }) };
}

/**
 * Keeps a signed rating sealed until the other side has signed, too, or somebody publishes. A new one takes the place of
 * an old one.
 * @throws AppError `not_found`, `not_allowed`, `words_mismatch` (the comment is not the rater's), `bad_signature`
 */
export async function sealRating(
  { db, chain, system }: ExchangeContext,
  who: Address,
  { dealId, stars, comment, signature }: SealRatingInput,
  clock: Date,
): Promise<void> {
  await requireAction(db, dealId, who, "rate", clock);
  await requireOwnWords(db, who, dealId, comment);
  const digest = hashTypedData(ratingTypedData({ dealId, rater: who, stars, comment }, system));
  if (!(await isSignedBy(chain, who, digest, signature))) throw new AppError("bad_signature");
  const said = { stars, comment, signature, createdAt: clock };
  await db
    .insert(sealedRating)
    .values({ dealId, rater: who, ...said })
    .onConflictDoUpdate({ target: [sealedRating.dealId, sealedRating.rater], set: said });
}

async function requireAction(db: Database, dealId: Hex, who: Address, kind: ActionKind, clock: Date): Promise<void> {
  const facts = await readFacts(db, dealId);
  if (!facts) throw new AppError("not_found");
  const [now, ratings] = await Promise.all([
    readDealTime(db, clock),
    db.select().from(rating).where(eq(rating.dealId, dealId)),
  ]);
  const open = actionsAt(facts.state, facts.terms, who, now, ratedSides(facts.terms, ratings));
  if (!open.some((action) => action.kind === kind)) throw new AppError("not_allowed");
}

async function requireOwnWords(db: Database, who: Address, dealId: Hex, hash: Hex): Promise<void> {
  if (hash === zeroHash) return;
  const kept = await db
    .select({ hash: words.hash })
    .from(words)
    .where(and(eq(words.hash, hash), eq(words.author, who), eq(words.dealId, dealId), eq(words.kind, "comment")));
  if (kept.length === 0) throw new AppError("words_mismatch");
}
