import { useTranslations } from "next-intl";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import type { ListingRecord } from "#web/features/listing/queries.ts";

/** What a listing costs or pays. */
export type ListingTerms = Pick<
  ListingRecord,
  "kind" | "priceMinutes" | "welcome" | "welcomeScore" | "durationMinutes"
>;

/** What it costs, whose tokens pay for it, and how long a session takes. */
export function ListingPrice({ listing, ownerName }: { listing: ListingTerms; ownerName: string }) {
  const t = useTranslations("listing.act");
  const amount = useAmountText();
  const { kind, priceMinutes, welcome, welcomeScore, durationMinutes } = listing;
  return (
    <>
      <p className="text-sm text-soft">{t(`price.${kind}`)}</p>
      <Amount minutes={priceMinutes} size="hero" className="text-time-ink" />
      <p className="mt-2 text-[0.9375rem] text-soft">
        {t(`welcome.${kind}.${welcome}`, { name: ownerName, score: welcomeScore ?? 0 })}{" "}
        {durationMinutes ? t("session", { amount: amount(durationMinutes) }) : null}
      </p>
    </>
  );
}
