import { keccak256, type Hex } from "viem";
import { sameAddress } from "#domain/address.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { deriveClaims, type Claims } from "./claims.ts";
import { findDifference } from "./difference.ts";
import { readEffects, readInput } from "./encoding.ts";
import type { ProvenTransaction } from "./events.ts";
import {
  parseReceipt,
  receiptText,
  type Receipt,
  type ReceiptBlock,
  type ReceiptTransaction,
  type UncheckedReceipt,
} from "./format.ts";
import { readHeader, type Header } from "./header.ts";
import { ReceiptProblem } from "./problem.ts";
import { followProof } from "./trie.ts";
import { checkWords } from "./words.ts";

/** A receipt that holds, as long as the chain has the blocks it rests on. */
export type VerifiedReceipt = {
  receipt: Receipt;
  /** What to compare with the chain: without these the proofs prove nothing. */
  blocks: { number: number; hash: Hex }[];
  /** Whether the contracts are TimeToken's on this chain; null where none are known here. */
  contractsKnown: true | null;
};

/**
 * Checks a receipt from its own bytes alone: headers, proofs, events, the deal's id, and that what it says in clear is what
 * it proves. Asks nobody.
 * @throws ReceiptProblem with the reason
 */
export async function verifyReceipt(text: string): Promise<VerifiedReceipt> {
  const unchecked = parseReceipt(text);
  const contractsKnown = checkContracts(unchecked);
  const claims = await proveClaims(unchecked);
  const found = findDifference(unchecked.claims, claims, "claims");
  if (found)
    throw new ReceiptProblem("claim", `${found.path} says ${found.claimed}, and the proofs say ${found.proven}.`);
  checkWords(claims, unchecked.words);
  const receipt = { ...unchecked, claims };
  if (receiptText(receipt) !== text)
    throw new ReceiptProblem("form", "The file is not written byte for byte as this receipt is: fetch it again.");
  return { receipt, contractsKnown, blocks: receipt.blocks.map(({ number, hash }) => ({ number, hash })) };
}

/**
 * Reads the deal out of a receipt's proofs.
 * @throws ReceiptProblem where they do not hold
 */
export async function proveClaims(receipt: Omit<UncheckedReceipt, "claims" | "words">): Promise<Claims> {
  const transactions: ProvenTransaction[] = [];
  for (const [index, block] of receipt.blocks.entries()) {
    const before = receipt.blocks[index - 1];
    if (before && before.number >= block.number)
      throw new ReceiptProblem("order", `Block ${block.number} cannot follow block ${before.number}.`);
    transactions.push(...(await proveBlock(block)));
  }
  const claims = await deriveClaims(receipt.dealId, receipt, transactions);
  if ((receipt.ratingBook !== null) !== claims.ratings.length > 0)
    throw new ReceiptProblem("contracts", "A receipt names a rating book exactly where there are ratings.");
  return claims;
}

async function proveBlock({ number, hash, header: encoded, transactions }: ReceiptBlock): Promise<ProvenTransaction[]> {
  const header = readHeader(encoded);
  if (header.hash !== hash)
    throw new ReceiptProblem("header", `The header of block ${number} has hash ${header.hash}, not ${hash}.`);
  if (header.number !== number)
    throw new ReceiptProblem("header", `The header given for block ${number} is that of block ${header.number}.`);
  const proven: ProvenTransaction[] = [];
  for (const [position, transaction] of transactions.entries()) {
    const before = transactions[position - 1];
    if (before && before.index >= transaction.index)
      throw new ReceiptProblem("order", `Transactions of block ${number} are out of order.`);
    proven.push(await proveTransaction(header, transaction));
  }
  return proven;
}

async function proveTransaction(header: Header, transaction: ReceiptTransaction): Promise<ProvenTransaction> {
  const { hash, index, transactionProof, receiptProof } = transaction;
  const where = `at place ${index} of block ${header.number}`;
  const [sent, effect] = await Promise.all([
    followProof(header.transactionsRoot, index, transactionProof),
    followProof(header.receiptsRoot, index, receiptProof),
  ]);
  if (sent === null)
    throw new ReceiptProblem("proof", `The proof of the transaction ${where} does not lead to the block's root.`);
  if (effect === null)
    throw new ReceiptProblem("proof", `The proof of the receipt ${where} does not lead to the block's root.`);
  if (keccak256(sent) !== hash)
    throw new ReceiptProblem("proof", `The transaction ${where} has hash ${keccak256(sent)}, not ${hash}.`);
  const { succeeded, logs } = readEffects(effect);
  if (!succeeded) throw new ReceiptProblem("proof", `The transaction ${where} was reverted.`);
  return { block: header.number, time: header.timestamp, hash, input: readInput(sent), logs };
}

function checkContracts({ chainId, escrow, ratingBook }: UncheckedReceipt): true | null {
  const known = Object.entries(deployments).find(([id]) => Number(id) === chainId)?.[1];
  if (!known) return null;
  if (!sameAddress(escrow, known.escrow))
    throw new ReceiptProblem("contracts", `TimeToken's escrow on chain ${chainId} is ${known.escrow}, not ${escrow}.`);
  if (ratingBook !== null && !sameAddress(ratingBook, known.ratingBook))
    throw new ReceiptProblem(
      "contracts",
      `TimeToken's rating book on chain ${chainId} is ${known.ratingBook}, not ${ratingBook}.`,
    );
  return true;
}

/**
 * @param given hashes somebody knows to be the chain's
 * @returns the numbers of the blocks that are proven to be the chain's
 * @throws ReceiptProblem `block_hash` where the receipt does not rest on one of them
 */
export function compareBlocks({ blocks }: Pick<VerifiedReceipt, "blocks">, given: readonly Hex[]): Set<number> {
  const compared = given.map((hash) => {
    const block = blocks.find((each) => each.hash === hash.toLowerCase());
    if (block) return block.number;
    throw new ReceiptProblem("block_hash", `This receipt does not rest on a block with hash ${hash}.`);
  });
  return new Set(compared);
}
