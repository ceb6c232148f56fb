import { and, count, eq, lt } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { savedSearch } from "#web/db/schema/saved-search.ts";
import { isUniqueViolation } from "#web/db/violation.ts";
import { readQuery } from "#web/features/lexicon/read-query.ts";
import { chosenFacets, readFilters } from "#web/features/market/filters.ts";
import { keptQuery } from "#web/features/saved-search/kept-query.ts";
import { SAVED_SEARCH_LIMITS, type SavedSearchInput } from "#web/features/saved-search/schema.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Keeps a search of the market under a name: from now on its owner hears of what it finds.
 * @returns its id
 * @throws AppError `invalid_input` where the name is taken, nothing is searched for, or there are too many already
 */
export async function saveSearch(
  db: Database,
  who: Address,
  { name, query }: SavedSearchInput,
  now: Date,
): Promise<{ id: string }> {
  const said = readFilters(query);
  if (chosenFacets(said).length === 0) throw new AppError("invalid_input", { fields: { name: "nothingChosen" } });
  const [kept] = await db.select({ searches: count() }).from(savedSearch).where(eq(savedSearch.owner, who));
  if ((kept?.searches ?? 0) >= SAVED_SEARCH_LIMITS.searches)
    throw new AppError("invalid_input", { fields: { name: "tooMany" } });
  const words = await readQuery(db, said.q, said.literally);
  const values = {
    owner: who,
    name,
    query: keptQuery(said, words),
    kind: said.kind,
    category: said.category,
    anchors: words.anchors,
    createdAt: now,
    seenAt: now,
  };
  const [made] = await refuseTakenName(() => db.insert(savedSearch).values(values).returning({ id: savedSearch.id }));
  if (!made) throw new Error("The insert of a saved search returned no row.");
  return made;
}

/** @throws AppError `not_found` where `who` keeps no such search, `invalid_input` where the name is taken */
export async function renameSearch(db: Database, who: Address, id: string, name: string): Promise<void> {
  const changed = await refuseTakenName(() =>
    db.update(savedSearch).set({ name }).where(own(who, id)).returning({ id: savedSearch.id }),
  );
  if (changed.length === 0) throw new AppError("not_found");
}

/** @throws AppError `not_found` where `who` keeps no such search */
export async function deleteSearch(db: Database, who: Address, id: string): Promise<void> {
  const gone = await db.delete(savedSearch).where(own(who, id)).returning({ id: savedSearch.id });
  if (gone.length === 0) throw new AppError("not_found");
}

/** What a search has found until then is no longer new to its owner. What they saw before stays seen. */
export async function markSeen(db: Database, who: Address, id: string, until: Date): Promise<void> {
  await db
    .update(savedSearch)
    .set({ seenAt: until })
    .where(and(own(who, id), lt(savedSearch.seenAt, until)));
}

const own = (who: Address, id: string) => and(eq(savedSearch.id, id), eq(savedSearch.owner, who));

async function refuseTakenName<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, "saved_search_name"))
      throw new AppError("invalid_input", { fields: { name: "nameTaken" }, cause: error });
    throw error;
  }
}
