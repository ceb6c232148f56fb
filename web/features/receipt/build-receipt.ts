import type { Hex, PublicClient } from "viem";
import { type Receipt, RECEIPT_FORMAT, RECEIPT_VERSION, receiptText } from "#domain/receipt/format.ts";
import { proveClaims, verifyReceipt } from "#domain/receipt/verify.ts";
import { commitmentsOf } from "#domain/receipt/words.ts";
import type { RevealedWords } from "#web/features/evidence/queries.ts";
import { readBlocks } from "#web/features/receipt/read-blocks.ts";
import type { System } from "#web/lib/system.ts";

/** What a receipt is made of, besides the chain. */
export type ReceiptSources = {
  dealId: Hex;
  /** Every transaction with an event of the deal, in any order. */
  transactions: readonly Hex[];
  /** Whether any of them is a rating's. */
  rated: boolean;
  /** Words the receipt may show, by their commitment. */
  words: RevealedWords;
};

/**
 * Builds the receipt of a finished deal from a node, and checks it as anyone will.
 * @returns the bytes of the file
 * @throws ReceiptProblem where this chain cannot prove it
 * @throws AppError `unavailable` where the node does not know all of it
 */
export async function buildReceipt(
  chain: PublicClient,
  { chainId, escrow, ratingBook }: Pick<System, "chainId" | "escrow" | "ratingBook">,
  { dealId, transactions, rated, words }: ReceiptSources,
): Promise<string> {
  const proofs = {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    chainId,
    escrow,
    ratingBook: rated ? ratingBook : null,
    dealId,
    blocks: await readBlocks(chain, transactions),
  } as const;
  const { blocks, ...head } = proofs;
  const claims = await proveClaims(proofs);
  const shown = commitmentsOf(claims).flatMap(({ of, hash }) => {
    const found = words[hash];
    return found ? [{ of, hash, words: found.body, salt: found.salt }] : [];
  });
  const receipt: Receipt = { ...head, claims, words: shown, blocks };
  const text = receiptText(receipt);
  await verifyReceipt(text);
  return text;
}
