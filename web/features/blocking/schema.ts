import { type Address, isAddress } from "viem";
import { z } from "zod";

/** Whom a block is about. */
export const blockSchema = z.object({
  address: z
    .string("address")
    .refine((value) => isAddress(value, { strict: false }), "address")
    .transform((value) => value.toLowerCase() as Address),
});
