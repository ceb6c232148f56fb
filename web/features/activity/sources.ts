import { eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { deal, rating, swap, swapRing, token, transfer } from "#indexer/ponder.schema.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { type Cursor, MICROS } from "#web/features/activity/cursor.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";

/** What can have happened. Each has a sentence `activity.event.<kind>`. */
export type ActivityKind = "joined" | "offer" | "request" | "done" | "rated" | "promised" | "swapped" | "ring";

/** Where the feed begins, and how much of it is wanted. */
export type Stretch = { before: Cursor | null; size: number };

/**
 * Where the feed's events come from, each as the same columns, the latest first and no more than is wanted. Only what
 * anybody could see anyway: profiles, published listings, and what stands on the chain. Whoever looks sees nothing of
 * those they blocked.
 */
export function sources(viewer: Address | null, stretch: Stretch): SQL[] {
  const joiner = alias(member, "joiner");
  const all: Source[] = [
    {
      kind: sql`'joined'`,
      at: sql`${joiner.createdAt}`,
      isInstant: true,
      key: sql`'joined-' || ${joiner.address}`,
      who: sql`${joiner.address}`,
      from: sql`${member} as joiner`,
      where: [notBlockedBy(viewer, joiner.address)],
    },
    {
      kind: sql`${listing.kind}::text`,
      at: sql`${listing.createdAt}`,
      isInstant: true,
      key: sql`'listing-' || ${listing.id}::text`,
      who: sql`${listing.owner}`,
      minutes: sql`${listing.priceMinutes}`,
      reference: sql`${listing.id}::text`,
      words: sql`${listing.title}`,
      from: sql`${listing}`,
      where: [eq(listing.status, "published"), notBlockedBy(viewer, listing.owner)],
    },
    {
      kind: sql`'done'`,
      at: sql`${deal.closedAt}`,
      key: sql`'deal-' || ${deal.id}`,
      who: sql`${deal.seller}`,
      other: sql`${deal.buyer}`,
      minutes: sql`${deal.sellerMinutes}`,
      reference: sql`${deal.id}`,
      from: sql`${deal}`,
      where: [
        sql`${deal.closedAt} is not null and ${deal.status} = 'closed' and ${deal.outcome} = 'completed'`,
        notBlockedBy(viewer, deal.seller),
        notBlockedBy(viewer, deal.buyer),
      ],
    },
    {
      kind: sql`'rated'`,
      at: sql`${rating.ratedAt}`,
      key: sql`'rating-' || ${rating.dealId} || '-' || ${rating.rater}`,
      who: sql`${rating.rater}`,
      other: sql`${rating.ratee}`,
      count: sql`${rating.stars}`,
      reference: sql`${rating.dealId}`,
      from: sql`${rating}`,
      where: [notBlockedBy(viewer, rating.rater), notBlockedBy(viewer, rating.ratee)],
    },
    {
      kind: sql`'promised'`,
      at: sql`${transfer.timestamp}`,
      key: sql`'promise-' || ${transfer.id}`,
      who: sql`${token.issuer}`,
      minutes: sql`${transfer.minutes}`,
      reference: sql`${transfer.tokenId}::text`,
      from: sql`${transfer} join ${token} on ${token.id} = ${transfer.tokenId}`,
      where: [sql`${transfer.kind} = 'mint'`, notBlockedBy(viewer, token.issuer)],
    },
    {
      kind: sql`'swapped'`,
      at: sql`${swap.timestamp}`,
      key: sql`'swap-' || ${swap.id}`,
      who: sql`${swap.maker}`,
      other: sql`${swap.payer}`,
      minutes: sql`${swap.givenMinutes}`,
      reference: sql`${swap.txHash}`,
      from: sql`${swap}`,
      where: [isNull(swap.ringId), notBlockedBy(viewer, swap.maker), notBlockedBy(viewer, swap.payer)],
    },
    {
      kind: sql`'ring'`,
      at: sql`${swapRing.timestamp}`,
      key: sql`'ring-' || ${swapRing.id}`,
      minutes: sql`${swapRing.minutes}`,
      count: sql`${swapRing.orders}`,
      reference: sql`${swapRing.txHash}`,
      from: sql`${swapRing}`,
      where: [],
    },
  ];
  return all.map((source) => latestOf(source, stretch));
}

type Source = {
  kind: SQL;
  /** A column there is an index on: unix seconds, or an instant. */
  at: SQL;
  isInstant?: boolean;
  key: SQL;
  who?: SQL;
  other?: SQL;
  minutes?: SQL;
  count?: SQL;
  reference?: SQL;
  words?: SQL;
  from: SQL;
  where: (SQL | undefined)[];
};

/** Compares and orders by the column itself, so that its index gives the latest without reading the rest. */
function latestOf(source: Source, { before, size }: Stretch): SQL {
  const { kind, at, key, who, other, minutes, count, reference, words, from, where } = source;
  const none = sql`null`;
  const order = sql`${key} collate "C"`;
  const conditions = [...where, before ? isBefore(source, before) : undefined].filter((one) => one !== undefined);
  return sql`
    (select ${kind} as kind, ${micros(source)} as at, ${key} as key, (${who ?? none})::text as who, (${other ?? none})::text as other,
      (${minutes ?? none})::int8 as minutes, (${count ?? none})::int as count, (${reference ?? none})::text as reference,
      (${words ?? none})::text as words
    from ${from} where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}
    order by ${at} desc, ${order} desc limit ${size})`;
}

const micros = ({ at, isInstant }: Source): SQL =>
  isInstant ? sql`(extract(epoch from ${at}) * 1000000)::int8` : sql`(${at} * 1000000)::int8`;

function isBefore(source: Source, { at, key }: Cursor): SQL {
  const latest = source.isInstant
    ? sql`'epoch'::timestamptz + ${at}::int8 * interval '1 microsecond'`
    : sql`${Math.floor(at / MICROS)}::int8`;
  return sql`${source.at} <= ${latest} and (${micros(source)}, ${source.key} collate "C") < (${at}::int8, ${key})`;
}
