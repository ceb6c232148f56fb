import { z } from "zod";

/** Longest address SMTP carries. */
const LONGEST = 254;

/**
 * An e-mail address, in one spelling: small letters, since no provider of note tells them apart. The message of each
 * check is the key of its sentence in `email.problem`.
 */
export const emailSchema = z.object({
  address: z
    .string("addressWrong")
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1, "addressEmpty").max(LONGEST, "addressLong").pipe(z.email("addressWrong"))),
});

export type EmailInput = z.output<typeof emailSchema>;

/** What stands in a link: 32 random bytes in base64url. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/, "token");
