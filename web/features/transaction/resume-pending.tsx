"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { forgetPending, listPending, type PendingTransaction } from "#web/features/transaction/pending-transactions.ts";
import { useFailureSentence } from "#web/features/transaction/use-failure-sentence.ts";
import { useTransactionToast } from "#web/features/transaction/use-transaction-toast.ts";
import { useWallet } from "#web/features/wallet/wallet-provider.tsx";

/** Takes up what was pending when the page was left. Loads nothing where nothing is. */
export function ResumePending() {
  const router = useRouter();
  const { settings } = useWallet();
  const notice = useTransactionToast();
  const say = useFailureSentence();
  const resumed = useRef(false);

  useEffect(() => {
    // Once a page load: what is sent afterwards is followed by who sent it.
    if (resumed.current) return;
    resumed.current = true;

    const resume = async ({ hash, title }: PendingTransaction) => {
      notice.pending(hash, title, hash);
      const [follow, { describeFailure }] = await Promise.all([
        import("#web/features/transaction/follow-transaction.ts"),
        import("#web/features/transaction/describe-failure.ts"),
      ]);
      try {
        const receipt = await follow.waitUntilMined(settings, hash);
        await follow.waitUntilIndexed(receipt.blockNumber);
        forgetPending(hash);
        notice.done(hash, title, receipt.transactionHash);
        router.refresh();
      } catch (error) {
        const failure = describeFailure(error);
        if (failure.kind === "chain" && failure.code !== "unreachable") forgetPending(hash);
        notice.failed(hash, title, say(failure) ?? title, hash);
      }
    };
    for (const pending of listPending(settings.chainId)) void resume(pending);
  }, [notice, router, say, settings]);

  return null;
}
