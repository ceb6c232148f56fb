import { z } from "zod";

/** Longest address SMTP carries. */
const LONGEST = 254;

/** The longest name of a mailbox, and of each part of a domain, that it carries within that. */
const CARRIED = /^[^@]{1,64}@(?:[^.]{1,63}\.)+[^.]{1,63}$/;

/**
 * An e-mail address, in one spelling: small letters, since no provider of note tells them apart. The message of each
 * check is the key of its sentence in `email.problem`.
 */
export const emailSchema = z.object({
  address: z
    .string("addressWrong")
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z
        .string()
        .min(1, "addressEmpty")
        .max(LONGEST, "addressLong")
        .pipe(z.email("addressWrong").regex(CARRIED, "addressWrong")),
    ),
});

export type EmailInput = z.output<typeof emailSchema>;

/** The mailbox behind an address: what follows a plus is its owner's own mark, and all arrives in one place. */
export function mailboxOf(address: string): string {
  return address.replace(/\+[^@]*@/, "@");
}

/** What stands in a link: 32 random bytes in base64url. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/, "token");
