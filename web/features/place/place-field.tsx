"use client";

import { MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Field } from "#web/components/ui/field.tsx";
import { SuggestInput } from "#web/components/ui/suggest-input.tsx";
import type { FoundPlace } from "#web/features/place/gazetteer.ts";
import { PLACE_LONGEST } from "#web/features/place/schema.ts";
import { paths } from "#web/lib/paths.ts";
import { useSuggestions } from "#web/lib/use-suggestions.ts";

/** A place as a form holds it: a name, and coordinates where the gazetteer has them. */
export type PlaceValue = { place: string; latitude: number | null; longitude: number | null };

/** A coarse place: chosen from the gazetteer as one types, or any other words, which then have no distance. */
export function PlaceField({
  label,
  description,
  error,
  optional,
  value,
  onChange,
}: {
  label: ReactNode;
  description: ReactNode;
  error: ReactNode;
  optional?: boolean;
  value: PlaceValue;
  onChange: (value: PlaceValue) => void;
}) {
  const t = useTranslations("place");
  const locale = useLocale();
  const [typing, setTyping] = useState(false);
  const query = value.place.trim();
  const found = useSuggestions<FoundPlace>(typing && query.length >= 2 ? paths.findPlaces(query) : null);
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  const items = found.map((place, index) => {
    const where = [place.state, countries.of(place.country)].filter(Boolean).join(", ");
    const detail = place.near ? t("near", { city: place.near, where }) : where;
    return { key: `${place.name}/${index}`, label: place.name, detail, place };
  });
  const located = value.latitude !== null;
  return (
    <Field
      label={label}
      optional={optional}
      error={error}
      description={
        query === "" || typing ? (
          description
        ) : (
          <span className="inline-flex items-center gap-1.5">
            {located ? <MapPin aria-hidden="true" className="size-3.5 shrink-0" /> : null}
            {located ? t("located") : t("unlocated")}
          </span>
        )
      }
    >
      <SuggestInput
        value={value.place}
        maxLength={PLACE_LONGEST}
        onType={(place) => {
          setTyping(true);
          onChange({ place, latitude: null, longitude: null });
        }}
        onPick={({ place: { name, latitude, longitude } }) => {
          setTyping(false);
          onChange({ place: name, latitude, longitude });
        }}
        onBlur={() => setTyping(false)}
        items={items}
      />
    </Field>
  );
}
