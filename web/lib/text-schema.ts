import { z } from "zod";

/** Half of a character cannot be stored: the database would silently put another sign in its place. */
const HALF = /\p{Surrogate}/u;

/** Postgres has no text with a NUL in it; other control and direction characters only serve to deceive. */
const DECEIVING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const DECEIVING_IN_MARKDOWN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

const whole = z.string().refine((text) => !HALF.test(text), "textBroken");

/** Words on one line, with single blanks between them. */
export const lineSchema = whole.transform((text) => text.replaceAll(/\s+/g, " ").replaceAll(DECEIVING, "").trim());

/** Several lines, each without blanks around it. */
export const paragraphsSchema = whole.transform((text) =>
  text
    .split("\n")
    .map((line) => line.replaceAll(DECEIVING, "").trim())
    .join("\n")
    .trim(),
);

/** Several lines in which blanks at the beginning of a line mean something. */
export const markdownSchema = whole.transform((text) =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(DECEIVING_IN_MARKDOWN, "").trim(),
);

/** @returns whether there is no half character in any text of a value that a schema has checked */
export function isWhole(value: unknown): boolean {
  if (typeof value === "string") return !HALF.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isWhole);
}
