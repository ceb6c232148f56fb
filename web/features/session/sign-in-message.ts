import { SiweMessage } from "siwe";
import type { Address } from "viem";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

/** How far the clock of whoever wrote the message may be from ours. */
const SKEW_SECONDS = 60;

/** How old a message may be: as long as its nonce lives. */
export const MESSAGE_LIFETIME_SECONDS = 10 * 60;

/** A sign-in message is a dozen short lines; what is longer is not worth parsing. */
export const LONGEST_MESSAGE = 2_000;

/** Where the message must have been meant for; from configuration, never from the request. */
export type SignInTarget = { origin: string; chainId: number };

/** What a checked message says: who signs in, and the nonce that lets them do so once. */
export type SignInClaim = { address: Address; nonce: string };

/**
 * Parses an EIP-4361 message strictly and checks everything in it that needs neither database nor signature.
 * @throws AppError `sign_in_malformed`, `_wrong_domain`, `_wrong_uri`, `_wrong_chain`, `_issued_ahead`, `_expired`
 * or `_not_yet_valid`
 */
export function checkSignInMessage(text: string, target: SignInTarget, now: Date): SignInClaim {
  const message = parse(text);
  checkPlace(message, target);
  checkTimes(message, now);
  return { address: message.address.toLowerCase() as Address, nonce: message.nonce };
}

function checkPlace({ domain, scheme, uri, chainId }: SiweMessage, target: SignInTarget): void {
  const site = new URL(target.origin);
  if (domain !== site.host) throw new AppError("sign_in_wrong_domain");
  if (scheme && `${scheme}:` !== site.protocol) throw new AppError("sign_in_wrong_domain");
  if (!URL.canParse(uri) || new URL(uri).origin !== site.origin) throw new AppError("sign_in_wrong_uri");
  if (chainId !== target.chainId) throw new AppError("sign_in_wrong_chain");
}

function checkTimes(message: SiweMessage, now: Date): void {
  const issuedAt = readInstant(message.issuedAt);
  const expiresAt = message.expirationTime === undefined ? undefined : readInstant(message.expirationTime);
  const validFrom = message.notBefore === undefined ? undefined : readInstant(message.notBefore);
  const ahead = addSeconds(now, SKEW_SECONDS);
  if (issuedAt > ahead) throw new AppError("sign_in_issued_ahead");
  if (issuedAt < addSeconds(now, -MESSAGE_LIFETIME_SECONDS - SKEW_SECONDS)) throw new AppError("sign_in_expired");
  if (expiresAt && expiresAt <= now) throw new AppError("sign_in_expired");
  if (validFrom && validFrom > ahead) throw new AppError("sign_in_not_yet_valid");
}

function parse(text: string): SiweMessage {
  if (text.length > LONGEST_MESSAGE) throw new AppError("sign_in_malformed");
  try {
    const message = new SiweMessage(text);
    // The parser reads more than one spelling of some fields; only the one spelling is what was signed.
    if (message.toMessage() !== text || !message.nonce) throw new AppError("sign_in_malformed");
    return message;
  } catch (cause) {
    throw new AppError("sign_in_malformed", { cause });
  }
}

/** The grammar admits the 31st of February; a `Date` does not. */
function readInstant(value: string | undefined): Date {
  const instant = new Date(value ?? Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new AppError("sign_in_malformed");
  return instant;
}
