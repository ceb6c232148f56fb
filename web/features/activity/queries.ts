import { type SQL, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { type Cursor, MICROS } from "#web/features/activity/cursor.ts";
import { type ActivityKind, sources, type Stretch } from "#web/features/activity/sources.ts";
import { type People, readPeople } from "#web/features/people/queries.ts";

export const PAGE_SIZE = 40;

/** One thing that happened. What a kind does not have is null. */
export type Activity = {
  kind: ActivityKind;
  /** Unix seconds. */
  at: number;
  key: string;
  who: Address | null;
  other: Address | null;
  minutes: number | null;
  /** Stars of a rating; orders of a ring. */
  count: number | null;
  /** A listing's id, a deal's, a token's, or a transaction. */
  reference: string | null;
  /** A listing's title. */
  words: string | null;
};

export type ActivityPage = { events: Activity[]; people: People; next: Cursor | null };

/** What happened in the community, the latest first, as `viewer` may see it. */
export async function readActivity(
  db: Database,
  viewer: Address | null,
  { before = null, size = PAGE_SIZE }: { before?: Cursor | null; size?: number } = {},
): Promise<ActivityPage> {
  const { rows } = await db.execute<Omit<Activity, "at" | "minutes"> & { at: string; minutes: string | null }>(
    latestEvents(viewer, { before, size: size + 1 }),
  );
  const events = rows.slice(0, size).map((row) => ({
    ...row,
    at: Math.floor(Number(row.at) / MICROS),
    minutes: row.minutes === null ? null : Number(row.minutes),
  }));
  const last = rows[size - 1];
  return {
    events,
    people: await readPeople(
      db,
      events.flatMap(({ who, other }) => [who, other]).filter((address) => address !== null),
    ),
    next: rows.length > size && last ? { at: Number(last.at), key: last.key } : null,
  };
}

/** Each source gives its latest; the page is made of those. */
export function latestEvents(viewer: Address | null, stretch: Stretch): SQL {
  const parts = sources(viewer, stretch);
  return sql`
    select * from (${sql.join(parts, sql` union all `)}) as event order by at desc, key collate "C" desc limit ${stretch.size}`;
}
