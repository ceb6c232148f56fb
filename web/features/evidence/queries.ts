import { inArray } from "drizzle-orm";
import { zeroHash, type Hex } from "viem";
import type { Database } from "#web/db/client.ts";
import { words } from "#web/db/schema/words.ts";

/** Words and the salt that proves them, by the commitment that stands on-chain. */
export type RevealedWords = Record<Hex, { body: string; salt: Hex }>;

/** @returns the words behind `hashes`, as far as they are kept here. Whoever calls decides who may read them. */
export async function readWords(db: Database, hashes: readonly Hex[]): Promise<RevealedWords> {
  const wanted = [...new Set(hashes)].filter((hash) => hash !== zeroHash);
  if (wanted.length === 0) return {};
  const rows = await db
    .select({ hash: words.hash, body: words.body, salt: words.salt })
    .from(words)
    .where(inArray(words.hash, wanted));
  return Object.fromEntries(rows.map(({ hash, body, salt }) => [hash, { body, salt }]));
}
