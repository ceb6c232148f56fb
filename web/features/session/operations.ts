import { timingSafeEqual } from "node:crypto";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { issueNonce, spendNonce } from "#web/features/session/nonces.ts";
import type { SignInInput } from "#web/features/session/schema.ts";
import { endSessionById, startSession } from "#web/features/session/sessions.ts";
import {
  checkSignInMessage,
  MESSAGE_LIFETIME_SECONDS,
  type SignInTarget,
} from "#web/features/session/sign-in-message.ts";
import { checkSignature, type SignatureReader } from "#web/features/session/signature.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

/** What the browser needs to write the message its wallet shows. Times are ours, so a wrong clock there does no harm. */
export type SignInOffer = {
  domain: string;
  uri: string;
  chainId: number;
  nonce: string;
  issuedAt: string;
  expirationTime: string;
};

/** Begins a sign-in. The nonce also goes into a cookie: only the browser that asked may use it. */
export async function offerSignIn(db: Database, target: SignInTarget, now: Date): Promise<SignInOffer> {
  return {
    domain: new URL(target.origin).host,
    uri: target.origin,
    chainId: target.chainId,
    nonce: await issueNonce(db, now),
    issuedAt: now.toISOString(),
    expirationTime: addSeconds(now, MESSAGE_LIFETIME_SECONDS).toISOString(),
  };
}

/** What signing in knows besides the message: who is asking, and from which browser. */
export type SignInContext = {
  db: Database;
  reader: SignatureReader;
  target: SignInTarget;
  /** The nonce in this browser's cookie. */
  offeredNonce: string | undefined;
  /** The session this browser has now; it ends, so that an id never outlives a sign-in. */
  previousSession: string | undefined;
  device: string;
};

/**
 * Signs an account in. The nonce is gone before the signature is looked at: one message, one try.
 * @throws AppError with a code of its own for each reason (`sign_in_…`)
 */
export async function signIn(
  context: SignInContext,
  { message, signature }: SignInInput,
  now: Date,
): Promise<{ id: string; address: Address; expiresAt: Date }> {
  const { db, reader, target, offeredNonce, previousSession, device } = context;
  const { address, nonce } = checkSignInMessage(message, target, now);
  if (offeredNonce === undefined || !sameText(nonce, offeredNonce)) throw new AppError("sign_in_nonce_foreign");
  await spendNonce(db, nonce, now);
  const signer = await checkSignature(reader, { address, message, signature });

  const started = await db.transaction(async (transaction) => {
    if (previousSession !== undefined) await endSessionById(transaction, previousSession);
    return startSession(transaction, { address, device, signer }, now);
  });
  return { ...started, address };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
