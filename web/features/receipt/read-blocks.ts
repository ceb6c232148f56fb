import type { Hex, PublicClient, RpcTransactionReceipt } from "viem";
import type { ReceiptBlock, ReceiptTransaction } from "#domain/receipt/format.ts";
import { ReceiptProblem } from "#domain/receipt/problem.ts";
import { growTree, type BlockTree } from "#domain/receipt/trie.ts";
import {
  encodeHeader,
  encodeReceipt,
  encodeTransaction,
  type NodeBlock,
} from "#web/features/receipt/block-encoding.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Reads the blocks of some transactions and grows their trees anew, to prove that the transactions lie in them.
 * @returns the blocks in order, each with its transactions in order
 * @throws ReceiptProblem `unknown_encoding` where the chain writes blocks, transactions or receipts in another way
 * @throws AppError `unavailable` where the node does not know one of the transactions
 */
export async function readBlocks(chain: PublicClient, hashes: readonly Hex[]): Promise<ReceiptBlock[]> {
  const places = await Promise.all([...new Set(hashes)].map((hash) => readReceipt(chain, hash)));
  const blockHashes = [...new Set(places.map(({ blockHash }) => blockHash))];
  const within = (hash: Hex) => places.filter(({ blockHash }) => blockHash === hash);
  const blocks = await Promise.all(blockHashes.map((hash) => readBlock(chain, hash, within(hash))));
  return blocks.sort((a, b) => a.number - b.number);
}

async function readBlock(chain: PublicClient, hash: Hex, within: RpcTransactionReceipt[]): Promise<ReceiptBlock> {
  const block = await chain.request({ method: "eth_getBlockByHash", params: [hash, true] });
  if (!block) throw new AppError("unavailable");
  const full = block as NodeBlock;
  const header = encodeHeader(full);
  const [transactions, receipts] = await Promise.all([
    growTree(full.transactions.map(encodeTransaction)),
    growTree((await readReceipts(chain, full)).map(encodeReceipt)),
  ]);
  requireRoot(full, "transactions", transactions, full.transactionsRoot);
  requireRoot(full, "receipts", receipts, full.receiptsRoot);
  const proven = within
    .map((receipt) => ({ hash: receipt.transactionHash, index: Number(receipt.transactionIndex) }))
    .sort((a, b) => a.index - b.index)
    .map(async ({ hash: own, index }): Promise<ReceiptTransaction> => ({
      hash: own,
      index,
      transactionProof: await transactions.prove(index),
      receiptProof: await receipts.prove(index),
    }));
  return { number: Number(full.number), hash, header, transactions: await Promise.all(proven) };
}

function requireRoot({ number }: NodeBlock, what: string, { root }: BlockTree, expected: Hex): void {
  if (root === expected) return;
  throw new ReceiptProblem(
    "unknown_encoding",
    `The ${what} of block ${Number(number)} do not add up to its root as Ethereum's do: receipts cannot be proven on this chain.`,
  );
}

/** All at once where the node can, else one by one. */
async function readReceipts(
  chain: PublicClient,
  { number, transactions }: NodeBlock,
): Promise<RpcTransactionReceipt[]> {
  const all = await askForReceipts(chain, number);
  if (all?.length === transactions.length) return all;
  return Promise.all(transactions.map(({ hash }) => readReceipt(chain, hash)));
}

async function askForReceipts(chain: PublicClient, block: Hex): Promise<RpcTransactionReceipt[] | null> {
  // Not in viem's list of methods.
  const ask = chain.request as (request: { method: string; params: unknown[] }) => Promise<unknown>;
  return ask({ method: "eth_getBlockReceipts", params: [block] }).then(
    (answer) => answer as RpcTransactionReceipt[] | null,
    () => null,
  );
}

async function readReceipt(chain: PublicClient, hash: Hex): Promise<RpcTransactionReceipt> {
  const receipt = await chain.request({ method: "eth_getTransactionReceipt", params: [hash] });
  if (!receipt) throw new AppError("unavailable");
  return receipt;
}
