"use client";

import { useCallback } from "react";
import type { ContractFunctionArgs, ContractFunctionName, TransactionReceipt } from "viem";
import type { ratingBookAbi } from "#domain/generated/abi.ts";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";

type RatingFunction = ContractFunctionName<typeof ratingBookAbi, "nonpayable">;

/** Calls the rating book from a button; its ABI is loaded with the first click. */
export function useRatingCall() {
  const { ratingBook } = useSystem();
  const { state, send } = useTransaction();
  const call = useCallback(
    async <Name extends RatingFunction>(
      title: string,
      functionName: Name,
      args: ContractFunctionArgs<typeof ratingBookAbi, "nonpayable", Name>,
    ): Promise<TransactionReceipt | undefined> => {
      const { ratingBookAbi: abi } = await import("#domain/generated/abi.ts");
      return send({ address: ratingBook, abi, functionName, args, title });
    },
    [ratingBook, send],
  );
  return { state, call };
}
