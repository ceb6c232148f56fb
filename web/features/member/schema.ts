import { z } from "zod";
import { isTimeZone } from "#web/i18n/time-zone.ts";
import { findHandleProblem } from "#web/features/member/handle.ts";
import { keepPlace, placeFields } from "#web/features/place/schema.ts";
import { SKILL_LONGEST, skillSchema } from "#web/features/skill/schema.ts";
import { lineSchema, paragraphsSchema } from "#web/lib/text-schema.ts";

/** What the fields of a profile can hold; the form says so beside them. */
export const PROFILE_LIMITS = {
  displayNameLongest: 60,
  bioLongest: 1_000,
  skills: 20,
  skillLongest: SKILL_LONGEST,
  languages: 10,
} as const;

// Not tidied: what was typed is what others will read, so a sign in it that cannot be seen is refused.
const handle = z
  .string()
  .transform((text) => text.trim())
  .superRefine((value, context) => {
    const problem = findHandleProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

const displayName = lineSchema.pipe(
  z.string().min(1, "displayNameEmpty").max(PROFILE_LIMITS.displayNameLongest, "displayNameLong"),
);

const timeZone = z.string().refine(isTimeZone, "timeZoneUnknown");

/** Whether `tag` names a language as BCP 47 does: "de", "pt-BR". */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** The first visit: enough to be somebody. */
export const joinSchema = z.object({ handle, displayName, timeZone });

export type JoinInput = z.output<typeof joinSchema>;

/** What a member says about themselves. The message of each check is the key of its sentence in `member.problem`. */
export const profileSchema = joinSchema
  .extend({
    bio: paragraphsSchema.pipe(z.string().max(PROFILE_LIMITS.bioLongest, "bioLong")),
    skills: z
      .array(skillSchema)
      .max(PROFILE_LIMITS.skills, "skillsMany")
      .transform((skills) => [...new Map(skills.map((name) => [name.toLowerCase(), name])).values()]),
    languages: z
      .array(z.string().refine(isLanguageTag, "languageUnknown"))
      .max(PROFILE_LIMITS.languages, "languagesMany")
      .transform((tags) => [...new Set(tags)]),
    ...placeFields,
    arbiter: z.boolean(),
  })
  .transform(keepPlace);

/** Checked and tidied: trimmed, without repetition. */
export type ProfileInput = z.output<typeof profileSchema>;
