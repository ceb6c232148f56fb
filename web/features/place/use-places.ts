"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FoundPlace } from "#web/features/place/gazetteer.ts";
import { paths } from "#web/lib/paths.ts";
import { useSuggestions } from "#web/lib/use-suggestions.ts";

/** A place that is suggested: its name, where it lies, and what is kept of it. */
type PlaceSuggestion = {
  key: string;
  label: string;
  detail: ReactNode;
  origin: { place: string; latitude: number; longitude: number };
};

/** Places the gazetteer knows by the beginning of a name, each with the country it lies in. */
export function usePlaces(query: string): PlaceSuggestion[] {
  const t = useTranslations("place");
  const locale = useLocale();
  const found = useSuggestions<FoundPlace>(query.length >= 2 ? paths.findPlaces(query) : null);
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  return found.map(({ name, state, country, near, latitude, longitude }, index) => {
    const where = [state, countries.of(country)].filter(Boolean).join(", ");
    return {
      key: `${name}/${index}`,
      label: name,
      detail: near ? t("near", { city: near, where }) : where,
      origin: { place: name, latitude, longitude },
    };
  });
}
