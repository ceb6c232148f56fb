import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { chosenOf, toggleChoice } from "#web/features/market/choices.ts";
import { COUNTED } from "#web/features/market/facets.ts";
import { marketHref, type MarketFilters, withoutFacets } from "#web/features/market/filters.ts";
import { useChoiceLabel } from "#web/features/market/use-choice-label.ts";

/** What is chosen, each a press away from being given back. */
export function ChosenChips({ filters }: { filters: MarketFilters }) {
  const t = useTranslations("market.chosen");
  const tDistance = useTranslations("market.distance");
  const label = useChoiceLabel();
  const chosen = COUNTED.filter((facet) => facet !== "kind").flatMap((facet) =>
    chosenOf(filters, facet).map((choice) => ({ facet, choice })),
  );
  const { q, literally, kind, near } = filters;
  if (chosen.length === 0 && !near) return null;
  const chips = chosen.map(({ facet, choice }) => ({
    key: `${facet}:${choice}`,
    words: label(facet, choice),
    without: facet === "price" ? { min: null, max: null } : toggleChoice(filters, facet, choice),
  }));
  if (near)
    chips.push({ key: "near", words: tDistance("of", { place: near.place }), without: { near: null, within: null } });
  return (
    <ul aria-label={t("label")} className="flex flex-wrap items-center gap-2">
      {chips.map(({ key, words, without }) => (
        <li key={key}>
          <a
            href={marketHref(filters, without)}
            data-filter=""
            className="touch-target inline-flex min-h-8 items-center gap-1.5 rounded-full bg-brand-tint ps-3 pe-2 text-sm font-medium text-brand transition-colors hover:text-brand-strong"
          >
            <span className="sr-only">{t("remove")}</span>
            {words}
            <X aria-hidden="true" className="size-3.5" />
          </a>
        </li>
      ))}
      <li>
        <a
          href={marketHref({ ...withoutFacets(filters), q, literally, kind })}
          data-filter=""
          className="touch-target inline-flex min-h-8 items-center px-1.5 text-sm text-soft underline underline-offset-4 hover:text-ink"
        >
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}
