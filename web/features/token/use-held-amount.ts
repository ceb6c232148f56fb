"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toMinutes } from "#domain/units.ts";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { readAmount } from "#web/features/token/token-amount-field.tsx";

/**
 * Some of what somebody holds, as they choose it: which tokens, and how many of them.
 * @param holdings at least one
 * @param first the id to begin with
 */
export function useHeldAmount(holdings: HoldingView[], first: bigint | null) {
  const t = useTranslations("token.problem");
  const [tokenId, choose] = useState(first ?? holdings[0]?.tokenId ?? null);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);

  const holding = holdings.find((row) => row.tokenId === tokenId);
  const typed = readAmount(text);
  const tooMuch = typed !== null && holding !== undefined && typed > holding.amount;
  const missing = tried && typed === null ? t("amount") : undefined;
  return {
    tokenId,
    choose,
    text,
    setText,
    /** The row chosen. */
    holding,
    /** What of it, in its unit, once both are said and covered by what is held. */
    chosen: holding && typed !== null && !tooMuch ? { holding, amount: typed } : null,
    minutes: holding && typed !== null ? toMinutes(typed, holding.unit) : 0,
    /** Whether sending was tried: only then is a field that is still empty a mistake. */
    tried,
    setTried,
    problem: tooMuch ? t("balance") : missing,
  };
}
