import type { Address, Hex } from "viem";
import { isNobody } from "#domain/address.ts";
import { actionsAt, roleOf, stageAt, type Action, type Role, type Stage } from "#domain/deal.ts";
import { readAgreedTime, type AgreedTime } from "#web/features/booking/agreed-time.ts";
import { latestConsents, type StandingConsent } from "#web/features/deal/consents.ts";
import { countRulings, readDeal, readDealTime, type DealRecord } from "#web/features/deal/queries.ts";
import { situationOf, voiceOf, type Situation, type Voice } from "#web/features/deal/situation.ts";
import type { Database } from "#web/db/client.ts";
import { readWords, type RevealedWords } from "#web/features/evidence/queries.ts";
import { readSealed, type SealedView } from "#web/features/rating/queries.ts";

/** A deal as one reader sees it at one moment. */
export type DealView = DealRecord & {
  who: Address | null;
  role: Role;
  situation: Situation;
  voice: Voice;
  stage: Stage;
  actions: Action[];
  /** Unix seconds. */
  now: number;
  /** Words behind the commitments this reader may read: ratings for everybody, the rest for parties and arbiters. */
  words: RevealedWords;
  /** What each party has signed for the other to carry out; parties only. */
  consents: StandingConsent[];
  /** Ratings signed but not published; parties only. */
  sealed: SealedView | null;
  /** How often each of the deal's arbiters has ruled, ever. */
  rulings: Record<Address, number>;
  /** The place of the deal in the seller's calendar. */
  time: AgreedTime;
};

/** @returns the deal as `who` (null for nobody signed in) sees it, or null where the index knows no such deal. */
export async function readDealView(db: Database, id: Hex, who: Address | null, clock: Date): Promise<DealView | null> {
  const [record, now] = await Promise.all([readDeal(db, id), readDealTime(db, clock)]);
  if (!record) return null;
  const { state, terms, rated, defaulted } = record;
  const role = roleOf(terms, who);
  const party = who !== null && (role === "buyer" || role === "seller");
  const [words, consents, sealed, rulings, time] = await Promise.all([
    readWords(db, readableHashes(record, role)),
    party ? latestConsents(db, record, now) : [],
    party ? readSealed(db, id, who) : null,
    countRulings(
      db,
      [terms.arbiter, terms.appealArbiter].filter((address) => !isNobody(address)),
    ),
    readAgreedTime(db, record.row),
  ]);
  const situation = situationOf(state, terms, defaulted, now);
  return {
    ...record,
    who,
    role,
    situation,
    voice: voiceOf(role, situation),
    stage: stageAt(state, terms, now),
    actions: actionsAt(state, terms, who, now, rated),
    now,
    words,
    consents,
    sealed,
    rulings,
    time,
  };
}

function readableHashes({ row, events, evidence, ratings }: DealRecord, role: Role): Hex[] {
  const open = ratings.flatMap(({ comment, reply }) => (reply ? [comment, reply] : [comment]));
  if (role === "stranger") return open;
  const reasons = events.flatMap(({ data }) => (typeof data.reasons === "string" ? [data.reasons as Hex] : []));
  return [...open, row.brief, ...reasons, ...evidence.map(({ contentHash }) => contentHash)];
}
