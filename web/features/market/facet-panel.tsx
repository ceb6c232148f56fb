import { useTranslations } from "next-intl";
import { topCategory } from "#domain/category.ts";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { chosenOf, toggleChoice } from "#web/features/market/choices.ts";
import { DayField } from "#web/features/market/day-field.tsx";
import { FacetChoice } from "#web/features/market/facet-choice.tsx";
import { FacetGroup } from "#web/features/market/facet-group.tsx";
import {
  type CountedFacet,
  type FacetCounts,
  PRICE_RANGES,
  SCORES,
  STARS,
  WITHIN,
} from "#web/features/market/facets.ts";
import { marketHref, type MarketFilters, NAMED_DAYS } from "#web/features/market/filters.ts";
import { NearField } from "#web/features/market/near-field.tsx";
import type { Origin } from "#web/features/market/origin.ts";
import { useChoiceLabel } from "#web/features/market/use-choice-label.ts";

/** Facets whose choices have an order of their own; of the others the most frequent come first. */
const ORDERS: Partial<Record<CountedFacet, readonly string[]>> = {
  category: CATEGORY_KEYS,
  distance: WITHIN.map(String),
  free: NAMED_DAYS,
  price: PRICE_RANGES.map(({ key }) => key),
  reputation: SCORES.map(String),
  rating: STARS.map(String),
};

/** What one looks through first stands open. */
const SHOWN: { facet: CountedFacet; several: boolean; open: boolean }[] = [
  { facet: "category", several: false, open: true },
  { facet: "free", several: false, open: true },
  { facet: "remote", several: false, open: true },
  { facet: "distance", several: false, open: true },
  { facet: "price", several: false, open: true },
  { facet: "skill", several: true, open: false },
  { facet: "reputation", several: false, open: false },
  { facet: "rating", several: false, open: false },
  { facet: "language", several: true, open: false },
];

/** What else than the choices can be asked for is typed. */
const WITH_FIELD: readonly CountedFacet[] = ["free", "distance"];

/** Everything a listing can be chosen by, each choice with how many it would find. Plain links: the URL is their state. */
export function FacetPanel({
  filters,
  counts,
  home,
}: {
  filters: MarketFilters;
  counts: FacetCounts;
  /** Where the member lives who looks; null where that is not known. */
  home: Origin | null;
}) {
  const t = useTranslations("market.facets");
  const label = useChoiceLabel();
  // Where one looks from can be changed even where nothing is near.
  const isAny = Object.keys(counts.kind).length > 0 || filters.near !== null;
  return (
    <nav aria-label={t("label")} data-facets="">
      {SHOWN.map(({ facet, several, open }) => {
        const chosen = chosenOf(filters, facet);
        const choices = choicesOf(facet, counts, chosen);
        if (choices.length === 0 && !(WITH_FIELD.includes(facet) && isAny)) return null;
        return (
          <FacetGroup key={facet} title={t(facet)} open={open || chosen.length > 0}>
            {facet === "distance" ? <NearField key={marketHref(filters)} filters={filters} home={home} /> : null}
            <ul>
              {choices.map((choice) => (
                <li key={choice}>
                  <FacetChoice
                    href={marketHref(filters, toggleChoice(filters, facet, choice))}
                    current={chosen.includes(choice)}
                    several={several}
                    nested={isPart(facet, choice)}
                    label={label(facet, choice)}
                    count={counts[facet][choice] ?? 0}
                  />
                </li>
              ))}
            </ul>
            {facet === "free" ? <DayField filters={filters} /> : null}
          </FacetGroup>
        );
      })}
    </nav>
  );
}

/** What would find nothing is not offered; what is chosen stays, so that it can be given back. */
function choicesOf(facet: CountedFacet, counts: FacetCounts, chosen: readonly string[]): string[] {
  const counted = counts[facet];
  const byCount = Object.keys(counted).sort((a, b) => (counted[b] ?? 0) - (counted[a] ?? 0) || a.localeCompare(b));
  const ordered = ORDERS[facet] ?? byCount;
  const all = [...ordered, ...chosen.filter((choice) => !ordered.includes(choice))];
  return all.filter(
    (choice) => chosen.includes(choice) || ((counted[choice] ?? 0) > 0 && isUnfolded(facet, choice, chosen)),
  );
}

/** Of the tree of categories one sees every top one, and the parts of the one that is chosen. */
function isUnfolded(facet: CountedFacet, choice: string, chosen: readonly string[]): boolean {
  return !isPart(facet, choice) || chosen.some((one) => topCategory(one) === topCategory(choice));
}

const isPart = (facet: CountedFacet, choice: string) => facet === "category" && topCategory(choice) !== choice;
