import { eq } from "drizzle-orm";
import type { PublicClient } from "viem";
import { deal, token } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { findProfile } from "#web/features/member/queries.ts";
import { parseQuery, type Meaning } from "#web/features/search/parse-query.ts";
import { paths } from "#web/lib/paths.ts";

/** Where a search looks. */
export type SearchContext = {
  db: Database;
  chain: Pick<PublicClient, "getTransaction" | "getBlock">;
};

/** Where a search text leads; else as what it was looked for in vain. */
export type Found = { path: string } | { missing: "nothing" | "number" | "id" | "hash" | "handle" };

/** Leads a search text to the page of what it means. Words go to the market. */
export async function findPage(context: SearchContext, text: string): Promise<Found> {
  const meanings = parseQuery(text);
  for (const meaning of meanings) {
    const path = await findMeaning(context, meaning);
    if (path !== null) return { path };
  }
  return { missing: missingAs(meanings) };
}

function missingAs(meanings: readonly Meaning[]): Extract<Found, { missing: string }>["missing"] {
  const kinds = meanings.map(({ kind }) => kind);
  if (kinds.includes("deal")) return "hash";
  if (kinds.includes("token")) return "id";
  if (kinds.includes("block")) return "number";
  return kinds.includes("handle") ? "handle" : "nothing";
}

async function findMeaning({ db, chain }: SearchContext, meaning: Meaning): Promise<string | null> {
  switch (meaning.kind) {
    case "token": {
      const [found] = await db.select({ id: token.id }).from(token).where(eq(token.id, meaning.id));
      return found ? paths.token(found.id) : null;
    }
    case "deal": {
      const [found] = await db.select({ id: deal.id }).from(deal).where(eq(deal.id, meaning.hash));
      return found ? paths.deal(found.id) : null;
    }
    case "transaction": {
      const found = await chain.getTransaction({ hash: meaning.hash }).catch(() => null);
      return found ? paths.transaction(found.hash) : null;
    }
    case "blockHash": {
      const found = await chain.getBlock({ blockHash: meaning.hash }).catch(() => null);
      return found ? paths.block(String(found.number)) : null;
    }
    case "block": {
      const found = await chain.getBlock({ blockNumber: meaning.number }).catch(() => null);
      return found ? paths.block(String(found.number)) : null;
    }
    case "address":
      return paths.address(meaning.address);
    case "handle": {
      const found = await findProfile(db, meaning.handle);
      return found ? paths.member(found.handle) : null;
    }
    case "words":
      return paths.search(meaning.words);
  }
}
