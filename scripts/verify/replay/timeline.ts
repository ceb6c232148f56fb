import type { Address, Hex } from "viem";
import { keyOf, type DealRow, type Place, type StepKind } from "../rows.ts";
import { act } from "./acts.ts";
import { rolesOf, type Ledger } from "./ledger.ts";

/** One step in a deal's life, and who and what changed by it beside the deal itself. */
export type Step = {
  dealId: Hex;
  kind: StepKind;
  by?: Address;
  data?: Record<string, unknown>;
  topics: readonly string[];
};

/** Adds a step to a deal's timeline and to the feed. */
export function addStep(ledger: Ledger, place: Place, { dealId, kind, by, data = {}, topics }: Step): void {
  const id = `${place.txHash}-${place.logIndex}`;
  const { block, logIndex, txHash, timestamp } = place;
  const row = { id, dealId, kind, by: by ?? null, data, block, logIndex, txHash, timestamp };
  ledger.tables.deal_event.set(id, row);
  if (by && !OWNED.includes(kind)) act(ledger, by, timestamp);
  addChange(ledger, place, [dealTopic(dealId), ...topics]);
}

/** Steps of a claim that anyone can bring about: their `by` is whose it is. */
const OWNED: readonly StepKind[] = ["claim_added", "claim_paid", "claim_lapsed"];

/** Tells the feed what an event changed. A change's id orders all of them: no block has a million logs. */
export function addChange(ledger: Ledger, { block, logIndex, timestamp }: Place, topics: readonly string[]): void {
  const id = block * 1_000_000 + logIndex;
  const sorted = [...new Set(topics)].sort().map((topic) => keepTopic(ledger, topic));
  ledger.tables.change.set(keyOf(id), { id, block, timestamp, topics: sorted });
}

/** Each topic is kept once, however many events name it. */
function keepTopic({ topics }: Ledger, topic: string): string {
  const known = topics.get(topic);
  if (known !== undefined) return known;
  topics.set(topic, topic);
  return topic;
}

export function dealTopic(id: Hex): string {
  return `deal:${id}`;
}

export function memberTopic(address: Address): string {
  return `member:${address}`;
}

export function tokenTopic(id: bigint): string {
  return `token:${id}`;
}

/** @returns the topics of everyone with a part in the deal */
export function roleTopics(deal: DealRow): string[] {
  return rolesOf(deal).map(memberTopic);
}
