"use client";

import { useTranslations } from "next-intl";
import type { Preview } from "#domain/preview.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";

/** How the people of a deal are called in front of this reader. */
export type DealNames = { buyer: string; seller: string; arbiter: string; appealArbiter: string; role: string };

/** Who gets what if it ends this way. */
export function Consequence({ preview, names }: { preview: Preview; names: DealNames }) {
  const t = useTranslations("deal.consequence");
  const amountText = useAmountText();
  const { sellerMinutes, buyerMinutes, feeMinutes, lapsedMinutes, redeemedMinutes } = preview.total;
  const amount = (minutes: number) => (minutes === 0 ? t("nothing") : amountText(minutes));
  return (
    <div>
      <Facts>
        <Fact name={t("seller", names)} strong={sellerMinutes > 0}>
          {amount(sellerMinutes)}
        </Fact>
        <Fact name={t("buyer", names)} strong={buyerMinutes > 0}>
          {amount(buyerMinutes)}
        </Fact>
        <Fact name={t("arbiter", { name: feeMinutes > 0 ? names.arbiter : "" })}>{amount(feeMinutes)}</Fact>
        {lapsedMinutes > 0 ? <Fact name={t("lapsed")}>{amount(lapsedMinutes)}</Fact> : null}
      </Facts>
      {redeemedMinutes > 0 ? (
        <p className="mt-2 text-sm text-soft">{t("redeemed", { ...names, amount: amountText(redeemedMinutes) })}</p>
      ) : null}
    </div>
  );
}
