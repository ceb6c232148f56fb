import type { Hex, PublicClient } from "viem";
import { ratingBookAbi } from "#domain/generated/abi.ts";
import { ReceiptProblem } from "#domain/receipt/problem.ts";
import type { RatingRow } from "#web/features/deal/deal-record.ts";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { firstBlockFrom } from "#web/features/receipt/block-at.ts";
import { buildReceipt } from "#web/features/receipt/build-receipt.ts";
import { AppError } from "#web/lib/errors.ts";
import type { System } from "#web/lib/system.ts";

/**
 * Draws up the receipt of a closed deal, with those words that the view's reader may read.
 * @returns the bytes of the file
 * @throws AppError `deal_stage` (not closed), `receipt_encoding` (this chain cannot prove it), `unavailable`
 */
export async function drawUpReceipt(
  chain: PublicClient,
  system: System,
  { id, row, events, ratings, words }: DealView,
): Promise<string> {
  if (row.status !== "closed") throw new AppError("deal_stage");
  try {
    const transactions = [
      row.openedTx,
      ...events.map(({ txHash }) => txHash),
      ...ratings.map(({ txHash }) => txHash),
      ...(await findReplies(chain, system, ratings)),
    ];
    return await buildReceipt(chain, system, { dealId: id, transactions, rated: ratings.length > 0, words });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (!(cause instanceof ReceiptProblem)) throw new AppError("unavailable", { cause });
    // A chain that drops blocks meanwhile leaves proofs that do not hold; of its encoding nothing changes.
    throw new AppError(cause.code === "unknown_encoding" ? "receipt_encoding" : "unavailable", { cause });
  }
}

/** The index keeps when a rating was replied to, not in which transaction: its block follows from the time. */
async function findReplies(chain: PublicClient, { ratingBook }: System, ratings: readonly RatingRow[]): Promise<Hex[]> {
  const found = ratings.map(async ({ dealId, rater, repliedAt }) => {
    if (repliedAt === null) return [];
    const [fromBlock, after] = await Promise.all([
      firstBlockFrom(chain, repliedAt),
      firstBlockFrom(chain, repliedAt + 1),
    ]);
    const logs = await chain.getContractEvents({
      address: ratingBook,
      abi: ratingBookAbi,
      eventName: "Replied",
      args: { dealId, rater },
      fromBlock,
      toBlock: after - 1n,
    });
    return logs.map(({ transactionHash }) => transactionHash);
  });
  return (await Promise.all(found)).flat();
}
