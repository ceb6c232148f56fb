import { type Address, isAddress } from "viem";
import { z } from "zod";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { photosSchema } from "#web/features/photo/form-schema.ts";
import { keepPlace, placeFields } from "#web/features/place/schema.ts";
import { SKILL_LONGEST, skillSchema } from "#web/features/skill/schema.ts";
import { lineSchema, markdownSchema } from "#web/lib/text-schema.ts";

/** What the fields of a listing can hold; the form says so beside them. */
export const LISTING_LIMITS = {
  titleShortest: 4,
  titleLongest: 80,
  descriptionLongest: 4_000,
  skills: 8,
  skillLongest: SKILL_LONGEST,
  /** A year. */
  priceMinutes: 525_600,
  /** A day. */
  durationMinutes: 1_440,
  bufferMinutes: 240,
  welcomeMembers: 20,
} as const;

/** Languages a listing can be written in, as BCP 47 tags; shown by their names. */
export const LISTING_LANGUAGES = [
  "en",
  "es",
  "de",
  "ar",
  "fr",
  "it",
  "pt",
  "pl",
  "cs",
  "tr",
  "uk",
  "ru",
  "nl",
  "sv",
  "el",
  "fa",
  "hi",
  "zh",
  "ja",
  "ko",
] as const;

/** A whole number that may be left out. */
const wholeWithin = (least: number, most: number, sentence: string) =>
  z.number(sentence).int(sentence).min(least, sentence).max(most, sentence).nullable().default(null);

const member = z
  .string()
  .refine((value) => isAddress(value, { strict: false }), "welcomeMember")
  .transform((value) => value.toLowerCase() as Address);

/** Said at once, not only when everything else is right. */
const besides =
  (...fields: string[]) =>
  ({ issues }: { issues: readonly { path?: PropertyKey[] | undefined }[] }) =>
    issues.every(({ path = [] }) => path.length > 0 && !fields.includes(String(path[0])));

/** What an owner writes. The message of each check is the key of its sentence in `listing.problem`. */
export const listingSchema = z
  .object({
    kind: z.enum(["offer", "request"], "kindUnknown"),
    title: lineSchema.pipe(
      z.string().min(LISTING_LIMITS.titleShortest, "titleShort").max(LISTING_LIMITS.titleLongest, "titleLong"),
    ),
    description: markdownSchema.pipe(
      z.string().min(1, "descriptionEmpty").max(LISTING_LIMITS.descriptionLongest, "descriptionLong"),
    ),
    category: z.enum(CATEGORY_KEYS, "categoryUnknown"),
    skills: z
      .array(skillSchema)
      .max(LISTING_LIMITS.skills, "skillsMany")
      .transform((skills) => [...new Map(skills.map((name) => [name.toLowerCase(), name])).values()]),
    priceMinutes: z
      .number("priceMissing")
      .int("priceNotWhole")
      .min(1, "priceNone")
      .max(LISTING_LIMITS.priceMinutes, "priceHigh"),
    welcome: z.enum(["own", "anyone", "reputation", "members"], "welcomeUnknown"),
    welcomeScore: wholeWithin(1, 100, "welcomeScore"),
    welcomeMembers: z.array(member).max(LISTING_LIMITS.welcomeMembers, "welcomeMembersMany").default([]),
    durationMinutes: wholeWithin(5, LISTING_LIMITS.durationMinutes, "duration"),
    bufferBeforeMinutes: wholeWithin(0, LISTING_LIMITS.bufferMinutes, "buffer"),
    bufferAfterMinutes: wholeWithin(0, LISTING_LIMITS.bufferMinutes, "buffer"),
    remote: z.boolean(),
    ...placeFields,
    photos: photosSchema.default([]),
    language: z.enum(LISTING_LANGUAGES, "languageUnknown"),
  })
  .refine(({ remote, place }) => remote || place !== "", {
    path: ["place"],
    error: "placeMissing",
    when: besides("place", "remote"),
  })
  .refine(({ welcome, welcomeScore }) => welcome !== "reputation" || welcomeScore !== null, {
    path: ["welcomeScore"],
    error: "welcomeScore",
    when: besides("welcome", "welcomeScore"),
  })
  .refine(({ welcome, welcomeMembers }) => welcome !== "members" || welcomeMembers.length > 0, {
    path: ["welcomeMembers"],
    error: "welcomeMembersNone",
    when: besides("welcome", "welcomeMembers"),
  })
  .transform(keepPlace)
  // What belongs to another rule is not kept.
  .transform((said) => ({
    ...said,
    welcomeScore: said.welcome === "reputation" ? said.welcomeScore : null,
    welcomeMembers: said.welcome === "members" ? [...new Set(said.welcomeMembers)] : [],
  }));

/** Checked and tidied: trimmed, skills without repetition. */
export type ListingInput = z.output<typeof listingSchema>;

export const listingIdSchema = z.uuid("unknown");

export const listingStatusSchema = z.enum(["draft", "published", "paused", "closed"], "statusUnknown");

/** How a new listing begins. */
export const firstStatusSchema = z.enum(["draft", "published"], "statusUnknown");

/** When somebody last saw a listing change. */
export const seenSchema = z.date("unknown");
