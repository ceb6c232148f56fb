import { type CountedFacet, PRICE_RANGES } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";

/** @returns what is chosen of one facet, as its counts name it */
export function chosenOf(filters: MarketFilters, facet: CountedFacet): string[] {
  switch (facet) {
    case "skill":
      return filters.skill;
    case "language":
      return filters.language;
    case "remote":
      return filters.remote ? ["1"] : [];
    case "distance":
      return filters.within === null ? [] : [String(filters.within)];
    case "price":
      return filters.min === null && filters.max === null ? [] : [`${filters.min ?? ""}-${filters.max ?? ""}`];
    default: {
      const said = filters[facet];
      return said === null ? [] : [String(said)];
    }
  }
}

/** @returns what changes when a choice is taken, or given back where it was taken */
export function toggleChoice(filters: MarketFilters, facet: CountedFacet, choice: string): Partial<MarketFilters> {
  const taken = chosenOf(filters, facet);
  const isTaken = taken.includes(choice);
  const rest = isTaken ? taken.filter((one) => one !== choice) : [...taken, choice];
  switch (facet) {
    case "skill":
      return { skill: rest.sort() };
    case "language":
      return { language: rest as MarketFilters["language"] };
    case "remote":
      return { remote: !isTaken };
    case "distance":
      return { within: isTaken ? null : Number(choice) };
    case "price": {
      const range = isTaken ? undefined : PRICE_RANGES.find(({ key }) => key === choice);
      return { min: range?.min ?? null, max: range?.max ?? null };
    }
    case "rating":
    case "reputation":
      return { [facet]: isTaken ? null : Number(choice) };
    default:
      return { [facet]: isTaken ? null : choice };
  }
}
