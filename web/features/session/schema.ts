import { isHex } from "viem";
import { z } from "zod";
import { LONGEST_MESSAGE } from "#web/features/session/sign-in-message.ts";

/** Contract wallets' signatures carry whole proofs; this is far beyond any seen. */
const LONGEST_SIGNATURE = 20_000;

/** What the browser sends to sign in. */
export const signInSchema = z.object({
  message: z.string().min(1, "required").max(LONGEST_MESSAGE, "tooLong"),
  signature: z
    .string()
    .max(LONGEST_SIGNATURE, "tooLong")
    .refine((value) => isHex(value), "notHex"),
});

export type SignInInput = z.infer<typeof signInSchema>;

/** One session as the list of devices names it. */
export const sessionReferenceSchema = z.object({
  idHash: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/, "notHex")
    .transform((value) => value as `0x${string}`),
});
