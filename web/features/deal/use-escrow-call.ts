"use client";

import { useCallback } from "react";
import type { ContractFunctionArgs, ContractFunctionName, TransactionReceipt } from "viem";
import type { timeEscrowAbi } from "#domain/generated/abi.ts";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";

type EscrowFunction = ContractFunctionName<typeof timeEscrowAbi, "nonpayable">;

/** Calls the escrow from a button; its ABI is loaded with the first click. */
export function useEscrowCall() {
  const { escrow } = useSystem();
  const { state, send } = useTransaction();
  const call = useCallback(
    async <Name extends EscrowFunction>(
      title: string,
      functionName: Name,
      args: ContractFunctionArgs<typeof timeEscrowAbi, "nonpayable", Name>,
    ): Promise<TransactionReceipt | undefined> => {
      const { timeEscrowAbi: abi } = await import("#domain/generated/abi.ts");
      return send({ address: escrow, abi, functionName, args, title });
    },
    [escrow, send],
  );
  return { state, call };
}
