import type { Address, Hex } from "viem";
import { isTokenId } from "#domain/token-id.ts";

/** One thing a search text may mean. */
export type Meaning =
  | { kind: "token"; id: bigint }
  | { kind: "deal" | "transaction" | "blockHash"; hash: Hex }
  | { kind: "block"; number: bigint }
  | { kind: "address"; address: Address }
  | { kind: "handle"; handle: string }
  | { kind: "words"; words: string };

const LONGEST_HANDLE = 40;

/**
 * What somebody may mean by a text, the likeliest first. Words are always the last resort, unless the text can only be a
 * number, a hash or a handle.
 */
export function parseQuery(text: string): Meaning[] {
  const trimmed = text.replaceAll("\0", "").trim();
  if (trimmed === "") return [];
  if (/^\d+$/.test(trimmed)) return parseNumber(trimmed);
  if (/^0x[0-9a-f]*$/i.test(trimmed)) return parseHex(trimmed.toLowerCase() as Hex);
  if (trimmed.startsWith("@")) return [{ kind: "handle", handle: trimmed.slice(1) }];
  const words: Meaning = { kind: "words", words: trimmed };
  return /\s/.test(trimmed) || trimmed.length > LONGEST_HANDLE ? [words] : [{ kind: "handle", handle: trimmed }, words];
}

/** Ids have many more digits than blocks will ever have. */
const MOST_BLOCK_DIGITS = 15;
const MOST_ID_DIGITS = 78;

function parseNumber(digits: string): Meaning[] {
  if (digits.length <= MOST_BLOCK_DIGITS) return [{ kind: "block", number: BigInt(digits) }];
  return digits.length <= MOST_ID_DIGITS ? parseId(BigInt(digits)) : [];
}

const ADDRESS_LENGTH = 42;
const HASH_LENGTH = 66;

function parseHex(hex: Hex): Meaning[] {
  if (hex.length === ADDRESS_LENGTH) return [{ kind: "address", address: hex }];
  if (hex.length > HASH_LENGTH || hex.length < ADDRESS_LENGTH) return [];
  const ids = parseId(BigInt(hex));
  if (hex.length < HASH_LENGTH) return ids;
  const hashes = (["deal", "transaction", "blockHash"] as const).map((kind) => ({ kind, hash: hex }));
  return [...ids, ...hashes];
}

function parseId(id: bigint): Meaning[] {
  return isTokenId(id) ? [{ kind: "token", id }] : [];
}
