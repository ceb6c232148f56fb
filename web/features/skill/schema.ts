import { z } from "zod";
import { lineSchema } from "#web/lib/text-schema.ts";

/** The longest name a skill can have, in a profile as in a listing. */
export const SKILL_LONGEST = 40;

/** A skill by its name. The message of each check is the key of its sentence in the form that asks for it. */
export const skillSchema = lineSchema.pipe(z.string().min(1, "skillEmpty").max(SKILL_LONGEST, "skillLong"));

/** What somebody types to look for a skill. */
export const skillQuerySchema = z.object({ q: skillSchema });
