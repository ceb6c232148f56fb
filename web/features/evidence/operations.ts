import { randomBytes } from "node:crypto";
import { bytesToHex, type Address, type Hex } from "viem";
import { commitWords } from "#domain/commitment.ts";
import type { Database } from "#web/db/client.ts";
import { words, type wordsKind } from "#web/db/schema/words.ts";

export type WordsKind = (typeof wordsKind.enumValues)[number];

/** 32 random bytes, so that nobody can guess words from their commitment. */
export function drawSalt(): Hex {
  return bytesToHex(randomBytes(32));
}

/** Words to be kept under their commitment. */
export type KeptWords = { kind: WordsKind; dealId: Hex | null; author: Address; body: string; salt: Hex };

/**
 * Keeps words under the commitment that goes on-chain. Until the chain names the hash, nobody is shown them.
 * @returns the commitment
 */
export async function keepWords(db: Database, { kind, dealId, author, body, salt }: KeptWords): Promise<Hex> {
  const hash = commitWords(body, salt);
  await db.insert(words).values({ hash, salt, kind, dealId, author, body }).onConflictDoNothing();
  return hash;
}
