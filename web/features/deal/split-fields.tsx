"use client";

import { useTranslations } from "next-intl";
import type { Terms } from "#domain/terms.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { useTokenWords } from "#web/features/deal/payment-pills.tsx";

const QUARTERS = [0, 25, 50, 75, 100] as const;

/** How many minutes of each id the seller gets: by slider, by number, or by a share of everything. */
export function SplitFields({
  terms,
  most,
  value,
  onChange,
}: {
  terms: Terms;
  /** The most the seller can get of each id. */
  most: readonly number[];
  value: readonly number[];
  onChange: (sellerMinutes: number[]) => void;
}) {
  const { names, people } = useActing();
  const t = useTranslations("deal.split");
  const amountText = useAmountText();
  const words = useTokenWords(people);
  const set = (index: number, minutes: number) =>
    onChange(value.map((before, at) => (at === index ? clamp(minutes, most[index] ?? 0) : before)));
  return (
    <div className="flex flex-col gap-4">
      <div role="group" aria-label={t("share", names)} className="flex flex-wrap gap-2">
        {QUARTERS.map((share) => (
          <Button
            key={share}
            size="small"
            onClick={() => onChange(most.map((minutes) => Math.floor((minutes * share) / 100)))}
          >
            {t("percent", { share })}
          </Button>
        ))}
      </div>
      {terms.ids.map((tokenId, index) => {
        const highest = most[index] ?? 0;
        const minutes = value[index] ?? 0;
        const label = t("of", { name: names.seller, token: words(tokenId, terms.amounts[index] ?? 0n) });
        return (
          <div key={String(tokenId)} className="flex flex-col gap-2">
            <span className="text-sm font-semibold">{label}</span>
            <div className="grid grid-cols-[1fr_8rem] items-center gap-4">
              <input
                type="range"
                aria-label={label}
                aria-valuetext={amountText(minutes)}
                min={0}
                max={highest}
                value={minutes}
                onChange={(event) => set(index, Number(event.target.value))}
                className="h-11 w-full accent-time"
              />
              <Input
                inputMode="numeric"
                aria-label={t("minutesOf", { name: names.seller })}
                suffix={t("minutes")}
                value={String(minutes)}
                onChange={(event) => set(index, Number(event.target.value))}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function clamp(minutes: number, highest: number): number {
  return Number.isFinite(minutes) ? Math.min(Math.max(0, Math.trunc(minutes)), highest) : 0;
}
