import { z } from "zod";

/** The longest name a skill can have, in a profile as in a listing. */
export const SKILL_LONGEST = 40;

/** What somebody types to look for a skill. */
export const skillQuerySchema = z.object({ q: z.string().trim().min(1, "skillEmpty").max(SKILL_LONGEST, "skillLong") });
