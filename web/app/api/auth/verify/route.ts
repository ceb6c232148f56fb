import { NextResponse, type NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import {
  clearNonceCookie,
  readNonceCookie,
  readSessionCookie,
  setSessionCookie,
} from "#web/features/session/cookies.ts";
import { SIGN_IN_LIMIT } from "#web/features/session/limits.ts";
import { signIn } from "#web/features/session/operations.ts";
import { signInSchema } from "#web/features/session/schema.ts";
import { callerOf } from "#web/lib/caller.ts";
import { cautiousReader } from "#web/lib/chain.ts";
import { MOST_CHECK_GAS } from "#web/lib/signature.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { checkOrigin } from "#web/lib/origin.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";
import { readJson } from "#web/lib/read-json.ts";

const LONGEST_BODY = 32_000;

/** Ends a sign-in: checks the signed message and starts the session. */
export async function POST(request: NextRequest): Promise<Response> {
  const { APP_ORIGIN, CHAIN_ID, TRUSTED_PROXIES } = env();
  try {
    checkOrigin(request.headers, APP_ORIGIN);
    const at = now();
    await takeAllowance(database(), SIGN_IN_LIMIT, callerOf(request.headers, TRUSTED_PROXIES), at);
    const input = parseInput(signInSchema, await readJson(request, LONGEST_BODY));
    const started = await signIn(
      {
        db: database(),
        reader: cautiousReader(MOST_CHECK_GAS),
        target: { origin: APP_ORIGIN, chainId: CHAIN_ID },
        offeredNonce: readNonceCookie(request, APP_ORIGIN),
        previousSession: readSessionCookie(request, APP_ORIGIN),
        device: request.headers.get("user-agent") ?? "",
      },
      input,
      at,
    );
    const response = NextResponse.json({ address: started.address }, { headers: { "cache-control": "no-store" } });
    setSessionCookie(response.cookies, APP_ORIGIN, started.id, started.expiresAt);
    clearNonceCookie(response.cookies, APP_ORIGIN);
    return response;
  } catch (error) {
    return toProblem(error);
  }
}
