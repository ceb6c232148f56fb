"use client";

import { useCallback, useRef, useState } from "react";
import { toast } from "sonner";
import type { Hex, TypedData, TypedDataDefinition } from "viem";
import { useFailureSentence } from "#web/features/transaction/use-failure-sentence.ts";
import { useSessionWallet } from "#web/features/transaction/use-session-wallet.ts";

export type SignatureState = {
  step: "idle" | "preparing" | "confirm" | "done" | "failed";
  problem: string | undefined;
};

const IDLE: SignatureState = { step: "idle", problem: undefined };

/**
 * Has the wallet sign typed data (EIP-712): terms, a settlement, an amendment, a rating, a renewal.
 * @returns `sign`, which answers the signature, or undefined where it failed or the member said no (see `state`)
 */
export function useTypedSignature() {
  const openSessionWallet = useSessionWallet();
  const say = useFailureSentence();
  const [state, setState] = useState(IDLE);
  const busy = useRef(false);

  const sign = useCallback(
    async <const Types extends TypedData, Primary extends keyof Types>(
      data: TypedDataDefinition<Types, Primary>,
    ): Promise<Hex | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      setState({ step: "preparing", problem: undefined });
      try {
        const [{ config, address }, { signTypedData }] = await Promise.all([
          openSessionWallet(),
          import("wagmi/actions"),
        ]);
        setState({ step: "confirm", problem: undefined });
        const signature = await signTypedData(config, {
          ...(data as unknown as TypedDataDefinition),
          account: address,
        });
        setState({ step: "done", problem: undefined });
        return signature;
      } catch (error) {
        const { describeFailure } = await import("#web/features/transaction/describe-failure.ts");
        const problem = say(describeFailure(error));
        if (problem !== undefined) toast.error(problem);
        setState(problem === undefined ? IDLE : { step: "failed", problem });
        return undefined;
      } finally {
        busy.current = false;
      }
    },
    [openSessionWallet, say],
  );

  return { state, sign };
}
