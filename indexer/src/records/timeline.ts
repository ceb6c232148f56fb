import { dealEvent } from "ponder:schema";
import type { Address, Hex } from "viem";
import { dealTopic, memberTopic, type Topic } from "../../topics.ts";
import { recordChange } from "./change.ts";
import { recordAct } from "./community-day.ts";
import { rolesOf, type DealRow } from "./deal.ts";
import { logId, placeOf, timeOf, type Db, type LoggedEvent } from "./place.ts";

/** One step in a deal's life. */
export type Step = {
  dealId: Hex;
  kind: (typeof dealEvent.$inferSelect)["kind"];
  /** Who acted, where the event or the terms say so. */
  by?: Address;
  /** The event's other arguments; bigints as decimal strings. */
  data?: Record<string, unknown>;
  /** What changed beside the deal itself. */
  topics?: Topic[];
};

/** Adds a step to its deal's timeline and tells those who follow the deal. */
export async function recordStep(db: Db, event: LoggedEvent, step: Step): Promise<void> {
  const { dealId, kind, by = null, data = {}, topics = [] } = step;
  await db.insert(dealEvent).values({ id: logId(event), dealId, kind, by, data, ...placeOf(event) });
  if (by && !BEFALLS.has(kind)) await recordAct(db, by, timeOf(event));
  await recordChange(db, event, [dealTopic(dealId), ...topics]);
}

/** Steps whose `by` had no part in them: whom a claim belongs to. */
const BEFALLS: ReadonlySet<Step["kind"]> = new Set(["claim_added", "claim_paid", "claim_lapsed"]);

/** @returns the topics of everyone with a part in the deal */
export function roleTopics(deal: DealRow): Topic[] {
  return rolesOf(deal).map(memberTopic);
}
