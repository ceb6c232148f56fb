import { z } from "zod";
import { isAddress, type Address, type Hex } from "viem";
import type { Claims } from "./claims.ts";
import { findDifference } from "./difference.ts";
import { ReceiptProblem } from "./problem.ts";

export const RECEIPT_FORMAT = "timetoken-receipt";
export const RECEIPT_VERSION = 1;

const bytes = z.custom<Hex>((value) => typeof value === "string" && /^0x(?:[0-9a-f]{2})*$/.test(value), "hexadecimal");
const hash = z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value), "32 bytes");
const address = z.custom<Address>(
  (value) => typeof value === "string" && value === value.toLowerCase() && isAddress(value, { strict: false }),
  "an address in lower case",
);
const whole = z.number().int().nonnegative();

/** A transaction that says something of the deal, with the ways to it from its block's two roots. */
const transactionSchema = z.strictObject({
  hash,
  /** Its place in the block. */
  index: whole,
  /** Nodes of the tree of transactions, from the root to this one. */
  transactionProof: z.array(bytes),
  /** Nodes of the tree of receipts, from the root to this one's. */
  receiptProof: z.array(bytes),
});

const blockSchema = z.strictObject({
  number: whole,
  hash,
  /** The whole header in RLP: its keccak256 is the block's hash. */
  header: bytes,
  transactions: z.array(transactionSchema).min(1),
});

/** What the words belong to. */
export const WORDS_OF = ["brief", "evidence", "reasons", "comment", "reply"] as const;

const wordsSchema = z.strictObject({ of: z.enum(WORDS_OF), hash, words: z.string(), salt: hash });

const receiptSchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  version: z.literal(RECEIPT_VERSION),
  chainId: z.number().int().positive(),
  escrow: address,
  /** Null where nobody rated. */
  ratingBook: address.nullable(),
  dealId: hash,
  claims: z.unknown(),
  words: z.array(wordsSchema),
  blocks: z.array(blockSchema).min(1),
});

export type ReceiptBlock = z.output<typeof blockSchema>;
export type ReceiptTransaction = z.output<typeof transactionSchema>;
export type ReceiptWords = z.output<typeof wordsSchema>;

/** A receipt whose claims nobody has compared with its proofs yet. */
export type UncheckedReceipt = z.output<typeof receiptSchema>;

/** A finished deal with everything that proves it: `claims` says in clear what `blocks` and `words` prove. */
export type Receipt = UncheckedReceipt & { claims: Claims };

/** @returns the receipt as the bytes of its file, of which no other spelling is taken */
export function receiptText(receipt: UncheckedReceipt): string {
  return `${JSON.stringify(receipt, null, 1)}\n`;
}

/** @throws ReceiptProblem `not_json`, `not_a_receipt`, `wrong_version`, `malformed` */
export function parseReceipt(text: string): UncheckedReceipt {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== RECEIPT_FORMAT)
    throw new ReceiptProblem("not_a_receipt", "This is JSON, but not the receipt of a deal.");
  const other = findDifference("version" in value ? value.version : undefined, RECEIPT_VERSION, "version");
  if (other)
    throw new ReceiptProblem(
      "wrong_version",
      `This receipt is of version ${other.claimed}, and only version ${other.proven} is known here.`,
    );
  const { data, error } = receiptSchema.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  const at = issue?.path.length ? issue.path.join(".") : "The receipt";
  throw new ReceiptProblem("malformed", `${at} is not as it has to be: ${issue?.message ?? "malformed"}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReceiptProblem("not_json", "This is no JSON, or not all of it: fetch the receipt again.", { cause });
  }
}
