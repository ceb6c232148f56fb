import type { Address, Hex } from "viem";
import type { DealOutcome } from "#domain/deal-state.ts";
import { reputationEntries, type GivenRating, type ReputationEntry } from "#domain/reputation-entries.ts";
import { REPUTATION_VERSION, reputationOf, utcDay, weighEntry } from "#domain/reputation.ts";
import { expectEqual, readRows, type Sides } from "./sides.ts";

type ClosedRow = {
  id: Hex;
  buyer: Address;
  seller: Address;
  outcome: DealOutcome;
  accepted: boolean;
  defaulted: boolean;
  minutes: number;
  sellerMinutes: number;
  buyerMinutes: number;
  closedAt: number;
  ratings: GivenRating[];
};
type EntryRow = { dealId: Hex; member: Address; peer: Address; weight: string; quality: string } & Record<
  "minutes" | "closedAt" | "got" | "claimed",
  number
>;
type ScoreRow = { address: Address; score: number; as_of: number; version: number };

const CLOSED = `
  select d.id, d.buyer, d.seller, d.outcome, d.accepted_at is not null accepted, d.defaulted,
    d.minutes::float8 minutes, coalesce(d.seller_minutes, 0)::float8 "sellerMinutes",
    coalesce(d.buyer_minutes, 0)::float8 "buyerMinutes", d.closed_at::float8 "closedAt",
    coalesce((select json_agg(json_build_object('rater', r.rater, 'stars', r.stars))
      from chain.rating r where r.deal_id = d.id), '[]') ratings
  from chain.deal d where d.status = 'closed'`;

const ENTRIES = `
  select deal_id "dealId", member, peer, minutes::float8 minutes, closed_at::float8 "closedAt", got::float8 got,
    claimed::float8 claimed, weight, quality from chain.reputation_entry`;

const PEERS = `
  select member, peer, weight, quality, capped, share_millionths "shareMillionths", point_hundredths "pointHundredths"
  from chain.reputation_peer`;

/** Every entry, every score and each peer's part in it, worked out anew as of the head block's day. */
export async function compareReputation(sides: Sides): Promise<void> {
  const closed = await readRows<ClosedRow>(sides, CLOSED);
  const expected = closed.flatMap((deal) => reputationEntries(deal, deal.ratings));
  const found = await readRows<EntryRow>(sides, ENTRIES);
  const asOf = utcDay(Number(sides.block.timestamp));
  const keyOf = ({ dealId, member }: Pick<ReputationEntry, "dealId" | "member">) => `${dealId} for ${member}`;
  expectEqual(sides, "number of reputation entries", found.length, expected.length);
  for (const entry of expected) {
    const row = found.find((candidate) => keyOf(candidate) === keyOf(entry));
    expectEqual(
      sides,
      `entry of ${keyOf(entry)}`,
      row && sorted(row),
      sorted({ ...entry, ...weighEntry(entry, asOf) }),
    );
  }
  const parts = await readRows<{ member: Address; peer: Address }>(sides, PEERS);
  const scores = await readRows<ScoreRow>(sides, "select * from chain.reputation");
  expectEqual(sides, "number of scores", scores.length, new Set(expected.map(({ member }) => member)).size);
  for (const { address, ...score } of scores) {
    const own = expected.filter(({ member }) => member === address);
    const { score: right, peers } = reputationOf(own, asOf);
    expectEqual(sides, `score of ${address}`, score, { score: right, as_of: asOf, version: REPUTATION_VERSION });
    const found = parts.filter(({ member }) => member === address).sort((a, b) => (a.peer < b.peer ? -1 : 1));
    const expectedParts = peers
      .map((part) => ({ member: address, ...part }))
      .sort((a, b) => (a.peer < b.peer ? -1 : 1));
    expectEqual(sides, `peers of ${address}`, found.map(sorted), expectedParts.map(sorted));
  }
}

function sorted(entry: object): [string, unknown][] {
  return Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
}
