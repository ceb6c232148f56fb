"use client";

import type { HoldingView } from "#web/features/token/holding-view.ts";
import { TokenAmountField } from "#web/features/token/token-amount-field.tsx";
import { TokenChoice } from "#web/features/token/token-choice.tsx";
import type { useHeldAmount } from "#web/features/token/use-held-amount.ts";

/** Asks which of one's tokens, and how many of them; `error` speaks where the amount alone is not at fault. */
export function HeldAmountFields({
  label,
  holdings,
  held,
  error,
}: {
  label: string;
  holdings: HoldingView[];
  held: ReturnType<typeof useHeldAmount>;
  error?: string | undefined;
}) {
  return (
    <>
      <TokenChoice holdings={holdings} value={held.tokenId} onChoose={held.choose} />
      <TokenAmountField
        label={label}
        unit={held.holding?.unit ?? "minute"}
        text={held.text}
        onText={held.setText}
        most={held.holding?.amount}
        error={held.problem ?? error}
      />
    </>
  );
}
