import { z } from "zod";

/** Half of a character cannot be stored: the database would silently put another sign in its place. */
const HALF = /\p{Surrogate}/u;

/** Postgres has no text with a NUL in it; other control and direction characters only serve to deceive. */
const DECEIVING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const DECEIVING_IN_MARKDOWN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** More marks on one letter than any script has: they run over the lines around it. */
const HEAPED = /(\p{M}{6})\p{M}+/gu;

/** A text without any such sign is nothing to those who read it, however long it is. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}\u2800]/u;

const legible = (text: string) => (VISIBLE.test(text) ? text.replaceAll(HEAPED, "$1").trim() : "");

const whole = z.string().refine((text) => !HALF.test(text), "textBroken");

/** Words on one line, with single blanks between them. */
export const lineSchema = whole.transform((text) => legible(text.replaceAll(/\s+/g, " ").replaceAll(DECEIVING, "")));

/** Several lines, each without blanks around it. */
export const paragraphsSchema = whole.transform((text) =>
  legible(
    text
      .split("\n")
      .map((line) => line.replaceAll(DECEIVING, "").trim())
      .join("\n"),
  ),
);

/** Several lines in which blanks at the beginning of a line mean something. */
export const markdownSchema = whole.transform((text) =>
  legible(text.replaceAll(/\r\n?/g, "\n").replaceAll(DECEIVING_IN_MARKDOWN, "")),
);

/** @returns whether there is no half character in any text of a value that a schema has checked */
export function isWhole(value: unknown): boolean {
  if (typeof value === "string") return !HALF.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isWhole);
}
