import { asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Address } from "viem";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { fits, rankOf, record } from "#web/features/directory/conditions.ts";
import { type DirectoryFilters, type Facet, FACETS, withoutFacet } from "#web/features/directory/filters.ts";

export const PAGE_SIZE = 24;

/** Choices are counted among so many members, however many there are: beyond, the directory says "more than". */
export const MOST_COUNTED = 1_000;

const MOST_CHOICES = 40;

/** One line of the directory. */
export type DirectoryEntry = Awaited<ReturnType<typeof selectEntries>>[number];

/** One choice of a facet, and how many members it would leave. */
export type Choice = { value: string; label: string; count: number };

export type DirectoryPage = {
  entries: DirectoryEntry[];
  /** No more than are counted. */
  total: number;
  /** There are more than were counted; the counts of choices are then of a part and not shown. */
  capped: boolean;
  pages: number;
  choices: Record<Facet, Choice[]>;
};

/** Members under `filters`, as `viewer` sees the community: a page of them, with the choices that narrow it further. */
export async function searchDirectory(
  db: Database,
  filters: DirectoryFilters,
  viewer: Address | null,
  cap = MOST_COUNTED,
): Promise<DirectoryPage> {
  const [entries, found, ...counted] = await Promise.all([
    selectEntries(db, filters, viewer),
    countFound(db, filters, viewer, cap),
    ...FACETS.map((facet) => countChoices(db, facet, withoutFacet(filters, facet), viewer, cap)),
  ]);
  const total = Math.min(found, cap);
  return {
    entries,
    total,
    capped: found > cap,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    choices: Object.fromEntries(FACETS.map((facet, index) => [facet, counted[index]])) as DirectoryPage["choices"],
  };
}

async function countFound(
  db: Database,
  filters: DirectoryFilters,
  viewer: Address | null,
  cap: number,
): Promise<number> {
  const fitting = db
    .select({ address: member.address })
    .from(member)
    .where(fits(filters, viewer))
    .limit(cap + 1)
    .as("found");
  const [found] = await db.select({ count: count() }).from(fitting);
  return found?.count ?? 0;
}

/** The values a member has of each facet. */
const VALUES: Record<Facet, SQL> = {
  skill: sql`${member.skills}`,
  language: sql`${member.languages}`,
  place: sql`array[split_part(${member.place}, ',', 1)]`,
  arbiter: sql`case when ${member.arbiter} then array['1'] end`,
};

/** Counts each choice once however it is spelt, and shows it as most members spell it. */
async function countChoices(
  db: Database,
  facet: Facet,
  filters: DirectoryFilters,
  viewer: Address | null,
  cap: number,
): Promise<Choice[]> {
  const counted = db
    .select({ list: sql`${VALUES[facet]}`.as("list") })
    .from(member)
    .where(fits(filters, viewer))
    .limit(cap);
  const { rows } = await db.execute<Choice>(sql`
    select case when ${facet === "language"} then value else app.fold(value) end as value,
      mode() within group (order by value) as label, count(*)::int as count
    from (${counted}) as counted, unnest(counted.list) as value
    where value <> '' group by 1 order by 3 desc, 1 limit ${MOST_CHOICES}`);
  return rows;
}

/** The page's members first, by what orders them alone; then what is shown of them. */
async function selectEntries(db: Database, filters: DirectoryFilters, viewer: Address | null) {
  const page = db
    .select({ address: member.address })
    .from(member)
    .leftJoin(reputation, eq(reputation.address, member.address))
    .leftJoin(record, eq(record.address, member.address))
    .where(fits(filters, viewer))
    .orderBy(...orderOf(filters), asc(member.address))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE);
  const addresses = (await page).map(({ address }) => address);
  if (addresses.length === 0) return [];
  const entries = await db
    .select({
      address: member.address,
      handle: member.handle,
      displayName: member.displayName,
      photoId: member.photoId,
      bio: member.bio,
      skills: member.skills,
      place: member.place,
      arbiter: member.arbiter,
      score: reputation.score,
      completedDeals: record.completedDeals,
    })
    .from(member)
    .leftJoin(reputation, eq(reputation.address, member.address))
    .leftJoin(record, eq(record.address, member.address))
    .where(inArray(member.address, addresses));
  return entries.sort((a, b) => addresses.indexOf(a.address) - addresses.indexOf(b.address));
}

function orderOf({ sort, q }: DirectoryFilters): SQL[] {
  switch (sort) {
    case "relevance":
      return [desc(rankOf(q))];
    case "newest":
      return [desc(member.createdAt)];
    case "deals":
      return [desc(sql`coalesce(${record.completedDeals}, 0)`)];
    case "name":
      return [asc(sql`app.fold(${member.displayName})`)];
    case "reputation":
      return [sql`${reputation.score} desc nulls last`];
  }
}
