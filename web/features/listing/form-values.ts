import type { z } from "zod";
import { splitMinutes } from "#domain/units.ts";
import type { WelcomeRule } from "#domain/welcome.ts";
import type { listingSchema } from "#web/features/listing/schema.ts";
import type { FormPhoto } from "#web/features/photo/form-photo.ts";
import type { PlaceValue } from "#web/features/place/place-value.ts";
import type { Recipient } from "#web/features/token/queries.ts";

/** A listing as its form holds it: what people type. */
export type ListingFormValues = {
  kind: "offer" | "request";
  title: string;
  description: string;
  category: string;
  skills: string[];
  days: string;
  hours: string;
  minutes: string;
  welcome: WelcomeRule["welcome"];
  welcomeScore: string;
  welcomeMembers: Recipient[];
  /** In minutes; empty for as long as the price, and for what the calendar keeps free everywhere. */
  duration: string;
  bufferBefore: string;
  bufferAfter: string;
  remote: boolean;
  where: PlaceValue;
  photos: FormPhoto[];
  language: string;
};

type Stored = z.input<typeof listingSchema>;

/** What the form can be opened with: a listing, as stored, with names for the members it names. */
export type ListingDraft = Omit<Stored, "category" | "language" | "photos" | "welcomeMembers"> & {
  category: string;
  language: string;
  photos: FormPhoto[];
  welcomeMembers: Recipient[];
};

export function toFormValues(draft: ListingDraft): ListingFormValues {
  const { kind, title, description, category, skills, priceMinutes, welcome, welcomeScore, welcomeMembers } = draft;
  const { place, latitude = null, longitude = null, remote, photos, language } = draft;
  const { days, hours, minutes } = splitMinutes(priceMinutes, priceMinutes % 1_440 === 0 ? "day" : "hour");
  return {
    ...{ kind, title, description, category, skills, remote, photos, language, welcome, welcomeMembers },
    days: days ? String(days) : "",
    hours: hours ? String(hours) : "",
    minutes: minutes ? String(minutes) : "",
    welcomeScore: toText(welcomeScore) || "60",
    duration: toText(draft.durationMinutes),
    bufferBefore: toText(draft.bufferBeforeMinutes),
    bufferAfter: toText(draft.bufferAfterMinutes),
    where: { place, latitude, longitude },
  };
}

/** @returns what listingSchema checks; a number that is none is NaN */
export function fromFormValues(values: ListingFormValues) {
  const { kind, title, description, category, skills, remote, language, welcome, where } = values;
  return {
    ...{ kind, title, description, category, skills, remote, language, welcome },
    ...where,
    photos: values.photos.map(({ id, alt }) => ({ id, alt })),
    priceMinutes: toNumber(values.days) * 1_440 + toNumber(values.hours) * 60 + toNumber(values.minutes),
    welcomeScore: welcome === "reputation" ? toNumberOrNull(values.welcomeScore) : null,
    welcomeMembers: welcome === "members" ? values.welcomeMembers.map(({ address }) => address) : [],
    durationMinutes: toNumberOrNull(values.duration),
    bufferBeforeMinutes: kind === "offer" ? toNumberOrNull(values.bufferBefore) : null,
    bufferAfterMinutes: kind === "offer" ? toNumberOrNull(values.bufferAfter) : null,
  };
}

function toText(number: number | null | undefined): string {
  return number === null || number === undefined ? "" : String(number);
}

function toNumberOrNull(text: string): number | null {
  return text.trim() === "" ? null : toNumber(text);
}

function toNumber(text: string): number {
  const tidy = text.trim();
  return tidy === "" ? 0 : Number(tidy.replace(",", "."));
}
