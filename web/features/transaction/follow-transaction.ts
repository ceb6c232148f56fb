import {
  type Hex,
  TransactionNotFoundError,
  type TransactionReceipt,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import { liveState } from "#web/features/head/live-source.ts";
import { TransactionLost, TransactionReverted } from "#web/features/transaction/describe-failure.ts";
import { type ChainSettings, connectToChain } from "#web/lib/chain-settings.ts";

/** How often it is asked whether the chain still knows the transaction. */
const LOOK_MS = 60_000;

/** The index follows within a block or two; where it does not, the page is asked for anyway. */
const INDEX_PATIENCE_MS = 20_000;

/**
 * Waits until a transaction is mined.
 * @returns its receipt, or that of the one the member replaced it with in the wallet
 * @throws TransactionReverted; TransactionLost where the chain does not know it (any more)
 */
export async function waitUntilMined(settings: ChainSettings, hash: Hex): Promise<TransactionReceipt> {
  const chain = connectToChain(settings);
  for (;;) {
    try {
      const receipt = await chain.waitForTransactionReceipt({ hash, timeout: LOOK_MS });
      if (receipt.status === "reverted") throw new TransactionReverted();
      return receipt;
    } catch (error) {
      if (!(error instanceof WaitForTransactionReceiptTimeoutError)) throw error;
      await chain.getTransaction({ hash }).catch((cause: unknown) => {
        if (cause instanceof TransactionNotFoundError) throw new TransactionLost();
      });
    }
  }
}

/** Waits until the index has read `block`, so that a page asked for afterwards shows what happened in it. */
export function waitUntilIndexed(block: bigint): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const look = () => {
      const { head } = liveState.read();
      if (head && BigInt(head.block) >= block) end();
    };
    const timer = setTimeout(end, INDEX_PATIENCE_MS);
    const stop = liveState.subscribe(look);
    look();
  });
}
