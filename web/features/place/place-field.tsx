"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Field } from "#web/components/ui/field.tsx";
import { SuggestInput } from "#web/components/ui/suggest-input.tsx";
import type { PlaceValue } from "#web/features/place/place-value.ts";
import { PLACE_LONGEST } from "#web/features/place/schema.ts";
import { usePlaces } from "#web/features/place/use-places.ts";

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
  const [typing, setTyping] = useState(false);
  const query = value.place.trim();
  const items = usePlaces(typing ? query : "");
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
        onPick={({ origin }) => {
          setTyping(false);
          onChange(origin);
        }}
        onBlur={() => setTyping(false)}
        items={items}
      />
    </Field>
  );
}
