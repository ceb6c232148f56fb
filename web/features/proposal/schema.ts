import { isAddress, type Address } from "viem";
import { z } from "zod";
import { TERMS_LIMITS } from "#domain/terms.ts";
import { exchangeTimes, lastsAnHour, momentField, TOO_SHORT } from "#web/features/deal/exchange-times.ts";
import { signatureField } from "#web/features/deal/schema.ts";

const MOST_MINUTES = 60_000;

const address = z
  .string()
  .refine((value) => isAddress(value, { strict: false }), "address")
  .transform((value) => value.toLowerCase() as Address);

const uint = z
  .string()
  .regex(/^\d{1,78}$/, "number")
  .transform(BigInt);

const windowSeconds = z
  .number("window")
  .int("window")
  .min(TERMS_LIMITS.shortestWindow, "window")
  .max(TERMS_LIMITS.longestWindow, "window");

/** What the buyer pays with: tokens held, or a promise of their own, minted when they fund. */
const payment = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("held"),
    ids: z.array(uint).min(1, "payment").max(TERMS_LIMITS.mostIds, "payment"),
    amounts: z.array(uint).min(1, "payment").max(TERMS_LIMITS.mostIds, "payment"),
  }),
  z.object({
    kind: z.literal("promise"),
    /** Unix seconds; 0 for never. */
    expiry: z.literal(0).or(momentField("expiry")),
  }),
]);

/** What the buyer settles beside time and words: who rules, how long each side has, what is paid with. */
const agreement = z.object({
  arbiter: address,
  appealArbiter: address.nullable(),
  acceptBy: momentField("acceptBy"),
  reviewWindow: windowSeconds,
  rulingWindow: windowSeconds,
  appealWindow: windowSeconds,
  arbiterFeeBps: z.number("fee").int("fee").min(0, "fee").max(TERMS_LIMITS.mostFeeBps, "fee"),
  silenceSellerBps: z.number("silence").int("silence").min(0, "silence").max(TERMS_LIMITS.mostSilenceBps, "silence"),
  payment,
});

/** What both sides agree on before anything is paid. */
const exchange = {
  minutes: z.number("minutes").int("minutes").min(1, "minutes").max(MOST_MINUTES, "minutes"),
  ...exchangeTimes,
  brief: z.string().trim().min(3, "briefShort").max(2_000, "briefLong"),
  note: z.string().trim().max(1_000, "noteLong"),
  /** Null where the seller writes: the payment is the buyer's to choose. */
  agreement: agreement.nullable(),
};

/** What the form checks before it is sent. */
export const exchangeSchema = z.object(exchange).refine(lastsAnHour, TOO_SHORT);

export const proposeSchema = z.object({ listingId: z.uuid("listing"), ...exchange }).refine(lastsAnHour, TOO_SHORT);

export const counterSchema = z.object({ proposalId: z.uuid("proposal"), ...exchange }).refine(lastsAnHour, TOO_SHORT);

export const proposalIdSchema = z.object({ proposalId: z.uuid("proposal") });

export const signSchema = z.object({
  proposalId: z.uuid("proposal"),
  signature: signatureField,
});

export type Agreement = z.output<typeof agreement>;
export type AgreementInput = z.input<typeof agreement>;
export type ProposeInput = z.output<typeof proposeSchema>;
export type CounterInput = z.output<typeof counterSchema>;
export type SignInput = z.output<typeof signSchema>;

/** The fields both forms share, as they are typed. */
export type ExchangeInput = z.input<typeof exchangeSchema>;
