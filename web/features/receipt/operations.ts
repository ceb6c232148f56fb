import type { PublicClient } from "viem";
import { ReceiptProblem } from "#domain/receipt/problem.ts";
import type { DealView } from "#web/features/deal/deal-view.ts";
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
      ...ratings.flatMap(({ txHash, replyTx }) => (replyTx ? [txHash, replyTx] : [txHash])),
    ];
    return await buildReceipt(chain, system, { dealId: id, transactions, rated: ratings.length > 0, words });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (!(cause instanceof ReceiptProblem)) throw new AppError("unavailable", { cause });
    // A chain that drops blocks meanwhile leaves proofs that do not hold; of its encoding nothing changes.
    throw new AppError(cause.code === "unknown_encoding" ? "receipt_encoding" : "unavailable", { cause });
  }
}
