import { type MarketFilters, writeFilters } from "#web/features/market/filters.ts";

/** What is chosen, as hidden fields of a form that changes something else. @param without the fields the form has itself */
export function FilterFields({ filters, without }: { filters: MarketFilters; without: readonly string[] }) {
  const said = new URLSearchParams(writeFilters({ ...filters, page: 1 }));
  return [...said]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
