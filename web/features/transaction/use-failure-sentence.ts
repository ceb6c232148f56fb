"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Failure } from "#web/features/transaction/describe-failure.ts";

/** Says what went wrong in a sentence; undefined where the member said no, which needs none. */
export function useFailureSentence(): (failure: Failure) => string | undefined {
  const contract = useTranslations("errors.contract");
  const wallet = useTranslations("wallet.failure");
  const chain = useTranslations("transaction.failure");
  return useCallback(
    (failure) => {
      switch (failure.kind) {
        case "rejected":
          return undefined;
        case "contract":
          return contract(failure.name);
        case "wallet":
          return wallet(failure.code);
        case "chain":
          return chain(failure.code);
      }
    },
    [contract, wallet, chain],
  );
}
