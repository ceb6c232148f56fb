import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { useCategoryName } from "#web/features/listing/use-category-name.ts";
import type { CountedFacet } from "#web/features/market/facets.ts";
import { NAMED_DAYS } from "#web/features/market/filters.ts";
import { useDistanceText } from "#web/features/place/use-distance-text.ts";

/** The words for one choice of a facet, as its counts name it. */
export function useChoiceLabel(): (facet: CountedFacet, choice: string) => string {
  const t = useTranslations("market");
  const tListing = useTranslations("listing");
  const categoryName = useCategoryName();
  const amount = useAmountText();
  const format = useFormatter();
  const locale = useLocale();
  const distance = useDistanceText();

  const price = (choice: string): string => {
    const [min, max] = choice.split("-").map(Number);
    if (!max) return t("price.over", { amount: amount((min ?? 1) - 1) });
    return min
      ? t("price.range", { from: amount(min - 1), to: amount(max) })
      : t("price.upTo", { amount: amount(max) });
  };

  const free = (choice: string): string => {
    const name = NAMED_DAYS.find((one) => one === choice);
    return name
      ? t(`free.${name}`)
      : format.dateTime(new Date(`${choice}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  };

  return (facet, choice) => {
    switch (facet) {
      case "kind":
        return t(`kinds.${choice as "offer" | "request"}`);
      case "category":
        return categoryName(choice);
      case "price":
        return price(choice);
      case "rating":
        return t("rating.atLeast", { stars: Number(choice) });
      case "reputation":
        return t("reputation.atLeast", { score: Number(choice) });
      case "language":
        return new Intl.DisplayNames([locale], { type: "language" }).of(choice) ?? choice;
      case "remote":
        return tListing("remote");
      case "distance":
        return t("distance.within", { distance: distance(Number(choice)) });
      case "free":
        return free(choice);
      case "skill":
        return choice;
    }
  };
}
