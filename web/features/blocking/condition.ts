import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import type { Address } from "viem";
import { memberBlock } from "#web/db/schema/member-block.ts";

/** Somebody in a query: an address, or the column that holds one. */
type Somebody = Address | SQLWrapper;

/**
 * Whether `viewer` has not blocked `other`: what lists of people, listings and events put into their `where`, so that
 * nobody is shown those they blocked. Those who were blocked go on seeing what everybody sees.
 * @param viewer null for somebody not signed in, who has blocked nobody
 */
export function notBlockedBy(viewer: Somebody | null, other: Somebody): SQL | undefined {
  if (viewer === null) return undefined;
  return sql`not exists (${blockOf(viewer, other)})`;
}

/** Whether neither has blocked the other: what is put before both of them (a match, a ring) needs this. */
export function noBlockBetween(one: Somebody, other: Somebody): SQL {
  return sql`not exists (${blockOf(one, other)}) and not exists (${blockOf(other, one)})`;
}

/** Named by itself: a query that uses this may have a table of the same columns. */
const blockOf = (blocker: Somebody, blocked: Somebody): SQL =>
  sql`select 1 from ${memberBlock} as hidden where hidden.blocker = ${blocker} and hidden.blocked = ${blocked}`;
