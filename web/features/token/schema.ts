import { z } from "zod";
import { isTokenId } from "#domain/token-id.ts";

/** A token's id as it stands in a URL: decimal digits whose bits make an id. */
export const tokenIdSchema = z
  .string()
  .regex(/^\d{1,78}$/, "tokenId")
  .transform(BigInt)
  .refine(isTokenId, "tokenId");

/** A page of a list, from 1; anything that makes no sense is the first. */
export const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What is typed to find somebody: the beginning of a handle or name, or an address. */
export const recipientTextSchema = z
  .string()
  .transform((text) => text.replaceAll("\0", "").trim())
  .pipe(z.string().min(1, "recipient").max(80, "recipient"));
