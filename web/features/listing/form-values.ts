import type { z } from "zod";
import { splitMinutes } from "#domain/units.ts";
import type { FormPhoto } from "#web/features/photo/photos-field.tsx";
import type { PlaceValue } from "#web/features/place/place-field.tsx";
import type { listingSchema } from "#web/features/listing/schema.ts";

/** A listing as its form holds it: what people type. */
export type ListingFormValues = {
  kind: "offer" | "request";
  title: string;
  description: string;
  category: string;
  /** Separated by commas. */
  skills: string;
  hours: string;
  minutes: string;
  welcome: "own" | "anyone";
  remote: boolean;
  where: PlaceValue;
  photos: FormPhoto[];
  language: string;
};

/** What the form can be opened with: a listing, as stored. */
export type ListingDraft = Omit<z.input<typeof listingSchema>, "category" | "language" | "photos"> & {
  category: string;
  language: string;
  photos: FormPhoto[];
};

export function toFormValues({ place, latitude = null, longitude = null, ...draft }: ListingDraft): ListingFormValues {
  const { hours, minutes } = splitMinutes(draft.priceMinutes);
  return {
    ...draft,
    where: { place, latitude, longitude },
    skills: draft.skills.join(", "),
    hours: hours ? String(hours) : "",
    minutes: minutes ? String(minutes) : "",
  };
}

/** @returns what listingSchema checks; a price that is no number is NaN */
export function fromFormValues({ hours, minutes, skills, where, photos, ...rest }: ListingFormValues) {
  return {
    ...rest,
    ...where,
    photos: photos.map(({ id, alt }) => ({ id, alt })),
    skills: skills
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
    priceMinutes: toNumber(hours) * 60 + toNumber(minutes),
  };
}

function toNumber(text: string): number {
  const tidy = text.trim();
  return tidy === "" ? 0 : Number(tidy.replace(",", "."));
}
