"use client";

import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Select } from "#web/components/ui/select.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { useRunsOutText } from "#web/features/token/use-runs-out-text.ts";
import { shortenHex } from "#web/lib/format.ts";

/** Chooses one of the ids somebody holds, by whose promise it is and when it runs out. */
export function TokenChoice({
  holdings,
  value,
  onChoose,
}: {
  holdings: HoldingView[];
  value: bigint | null;
  onChoose: (tokenId: bigint) => void;
}) {
  const t = useTranslations("token.choice");
  const tUnit = useTranslations("token.unit");
  const say = useAmountText();
  const runsOut = useRunsOutText();
  return (
    <Field label={t("label")}>
      <Select
        {...(value === null ? {} : { value: String(value) })}
        onValueChange={(id) => onChoose(BigInt(id))}
        options={holdings.map((holding) => ({
          value: String(holding.tokenId),
          label: t("option", {
            amount: say(holding.minutes),
            issuer: holding.issuerName ?? shortenHex(holding.issuer),
          }),
          detail: `${tUnit(`in.${holding.unit}`)} · ${runsOut(holding)}`,
        }))}
      />
    </Field>
  );
}
