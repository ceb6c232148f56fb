import { eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { deal, rating, swap, swapRing, token, transfer } from "#indexer/ponder.schema.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";

/** What can have happened. Each has a sentence `activity.event.<kind>`. */
export type ActivityKind = "joined" | "offer" | "request" | "done" | "rated" | "promised" | "swapped" | "ring";

/**
 * Where the feed's events come from, each as the same columns. Only what anybody could see anyway: profiles, published
 * listings, and what stands on the chain. Whoever looks sees nothing of those they blocked.
 */
export function sources(viewer: Address | null): SQL[] {
  const joiner = alias(member, "joiner");
  return [
    event({
      kind: sql`'joined'`,
      at: seconds(sql`${joiner.createdAt}`),
      key: sql`'joined-' || ${joiner.address}`,
      who: sql`${joiner.address}`,
      from: sql`${member} as joiner`,
      where: [notBlockedBy(viewer, joiner.address)],
    }),
    event({
      kind: sql`${listing.kind}::text`,
      at: seconds(sql`${listing.createdAt}`),
      key: sql`'listing-' || ${listing.id}::text`,
      who: sql`${listing.owner}`,
      minutes: sql`${listing.priceMinutes}`,
      reference: sql`${listing.id}::text`,
      words: sql`${listing.title}`,
      from: sql`${listing}`,
      where: [eq(listing.status, "published"), notBlockedBy(viewer, listing.owner)],
    }),
    event({
      kind: sql`'done'`,
      at: sql`${deal.closedAt}`,
      key: sql`'deal-' || ${deal.id}`,
      who: sql`${deal.seller}`,
      other: sql`${deal.buyer}`,
      minutes: sql`${deal.sellerMinutes}`,
      reference: sql`${deal.id}`,
      from: sql`${deal}`,
      where: [
        sql`${deal.status}::text = 'closed' and ${deal.outcome}::text = 'completed'`,
        notBlockedBy(viewer, deal.seller),
        notBlockedBy(viewer, deal.buyer),
      ],
    }),
    event({
      kind: sql`'rated'`,
      at: sql`${rating.ratedAt}`,
      key: sql`'rating-' || ${rating.dealId} || '-' || ${rating.rater}`,
      who: sql`${rating.rater}`,
      other: sql`${rating.ratee}`,
      count: sql`${rating.stars}`,
      reference: sql`${rating.dealId}`,
      from: sql`${rating}`,
      where: [notBlockedBy(viewer, rating.rater), notBlockedBy(viewer, rating.ratee)],
    }),
    event({
      kind: sql`'promised'`,
      at: sql`${transfer.timestamp}`,
      key: sql`'promise-' || ${transfer.id}`,
      who: sql`${token.issuer}`,
      minutes: sql`${transfer.minutes}`,
      reference: sql`${transfer.tokenId}::text`,
      from: sql`${transfer} join ${token} on ${token.id} = ${transfer.tokenId}`,
      where: [sql`${transfer.kind}::text = 'mint'`, notBlockedBy(viewer, token.issuer)],
    }),
    event({
      kind: sql`'swapped'`,
      at: sql`${swap.timestamp}`,
      key: sql`'swap-' || ${swap.id}`,
      who: sql`${swap.maker}`,
      other: sql`${swap.payer}`,
      minutes: sql`${swap.givenMinutes}`,
      reference: sql`${swap.txHash}`,
      from: sql`${swap}`,
      where: [isNull(swap.ringId), notBlockedBy(viewer, swap.maker), notBlockedBy(viewer, swap.payer)],
    }),
    event({
      kind: sql`'ring'`,
      at: sql`${swapRing.timestamp}`,
      key: sql`'ring-' || ${swapRing.id}`,
      minutes: sql`${swapRing.minutes}`,
      count: sql`${swapRing.orders}`,
      reference: sql`${swapRing.txHash}`,
      from: sql`${swapRing}`,
      where: [],
    }),
  ];
}

type Source = {
  kind: SQL;
  /** Unix seconds. */
  at: SQL;
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

function event({ kind, at, key, who, other, minutes, count, reference, words, from, where }: Source): SQL {
  const none = sql`null`;
  const conditions = where.filter((condition) => condition !== undefined);
  return sql`
    select ${kind} as kind, (${at})::int8 as at, ${key} as key, (${who ?? none})::text as who, (${other ?? none})::text as other,
      (${minutes ?? none})::int8 as minutes, (${count ?? none})::int as count, (${reference ?? none})::text as reference,
      (${words ?? none})::text as words
    from ${from} where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}`;
}

const seconds = (instant: SQL): SQL => sql`floor(extract(epoch from ${instant}))`;
