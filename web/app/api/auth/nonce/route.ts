import { NextResponse, type NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import { setNonceCookie } from "#web/features/session/cookies.ts";
import { NONCE_LIMIT } from "#web/features/session/limits.ts";
import { offerSignIn } from "#web/features/session/operations.ts";
import { callerOf } from "#web/lib/caller.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { checkOrigin } from "#web/lib/origin.ts";
import { toProblem } from "#web/lib/problem.ts";

/** Begins a sign-in: answers what the message must say. */
export async function POST(request: NextRequest): Promise<Response> {
  const { APP_ORIGIN, CHAIN_ID, TRUSTED_PROXIES } = env();
  try {
    checkOrigin(request.headers, APP_ORIGIN);
    const at = now();
    await takeAllowance(database(), NONCE_LIMIT, callerOf(request.headers, TRUSTED_PROXIES), at);
    const offer = await offerSignIn(database(), { origin: APP_ORIGIN, chainId: CHAIN_ID }, at);
    const response = NextResponse.json(offer, { headers: { "cache-control": "no-store" } });
    setNonceCookie(response.cookies, APP_ORIGIN, offer.nonce);
    return response;
  } catch (error) {
    return toProblem(error);
  }
}
