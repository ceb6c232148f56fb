"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { Abi, ContractFunctionName, Hex, TransactionReceipt } from "viem";
import type { Failure } from "#web/features/transaction/describe-failure.ts";
import { forgetPending, keepPending } from "#web/features/transaction/pending-transactions.ts";
import type { ContractCall } from "#web/features/transaction/send-transaction.ts";
import { useFailureSentence } from "#web/features/transaction/use-failure-sentence.ts";
import { useSessionWallet } from "#web/features/transaction/use-session-wallet.ts";
import { useTransactionToast } from "#web/features/transaction/use-transaction-toast.ts";
import { useWallet } from "#web/features/wallet/wallet-provider.tsx";

/** Where a transaction is. `preparing` loads the wallet and tries the call; `indexing` waits until pages show it. */
export type TransactionStep = "idle" | "preparing" | "confirm" | "pending" | "indexing" | "done" | "failed";

export type TransactionState = {
  step: TransactionStep;
  hash: Hex | undefined;
  /** Why it failed, as a sentence; also in the toast. */
  problem: string | undefined;
};

const IDLE: TransactionState = { step: "idle", hash: undefined, problem: undefined };

/** What a page wants done, and how to name it in the toast: "Mint 2 hours". */
export type TransactionRequest<
  Contract extends Abi,
  Name extends ContractFunctionName<Contract, "nonpayable">,
> = ContractCall<Contract, Name> & { title: string };

/**
 * Changes the chain: tries the call first, so that a refusal is a sentence before the wallet opens; then the wallet,
 * the wait for the block and for the index; then the page is asked for again. One toast tells it; a reload resumes it.
 * @returns `send`, which answers the receipt, or undefined where it failed or the member said no (see `state`)
 */
export function useTransaction() {
  const router = useRouter();
  const { settings } = useWallet();
  const openSessionWallet = useSessionWallet();
  const notice = useTransactionToast();
  const say = useFailureSentence();
  const [state, setState] = useState(IDLE);
  const busy = useRef(false);

  const send = useCallback(
    async <const Contract extends Abi, Name extends ContractFunctionName<Contract, "nonpayable">>({
      title,
      ...call
    }: TransactionRequest<Contract, Name>): Promise<TransactionReceipt | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      const id = crypto.randomUUID();
      let hash: Hex | undefined;
      setState({ ...IDLE, step: "preparing" });
      try {
        const [access, { sendTransaction }, follow] = await Promise.all([
          openSessionWallet(),
          import("#web/features/transaction/send-transaction.ts"),
          import("#web/features/transaction/follow-transaction.ts"),
        ]);
        hash = await sendTransaction(access.config, access.address, call as unknown as ContractCall, () => {
          setState({ ...IDLE, step: "confirm" });
          notice.confirm(id, title);
        });
        keepPending({ hash, chainId: settings.chainId, title, sentAt: Date.now() });
        setState({ step: "pending", hash, problem: undefined });
        notice.pending(id, title, hash);

        const receipt = await follow.waitUntilMined(settings, hash);
        setState({ step: "indexing", hash, problem: undefined });
        notice.indexing(id, title, hash);
        await follow.waitUntilIndexed(receipt.blockNumber);

        forgetPending(hash);
        setState({ step: "done", hash, problem: undefined });
        notice.done(id, title, receipt.transactionHash);
        router.refresh();
        return receipt;
      } catch (error) {
        const { describeFailure } = await import("#web/features/transaction/describe-failure.ts");
        const failure: Failure = describeFailure(error);
        const problem = say(failure);
        if (hash && failure.kind === "chain" && failure.code !== "unreachable") forgetPending(hash);
        if (problem === undefined) notice.dismiss(id);
        else notice.failed(id, title, problem, hash);
        setState(problem === undefined ? IDLE : { step: "failed", hash, problem });
        return undefined;
      } finally {
        busy.current = false;
      }
    },
    [notice, openSessionWallet, router, say, settings],
  );

  return { state, send };
}
