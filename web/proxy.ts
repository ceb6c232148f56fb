import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "#web/lib/content-security-policy.ts";
import { env } from "#web/lib/env.ts";
import { AppError } from "#web/lib/errors.ts";
import { toProblem } from "#web/lib/problem.ts";

/** What a server action takes, in bytes. */
const LONGEST_ACTION = 1_048_576;

/** Gives every page a nonce of its own and the policy that goes with it, and takes no more than a form can hold. */
export function proxy(request: NextRequest): Response {
  if (request.headers.has("transfer-encoding")) return toProblem(new AppError("length_required"));
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_ACTION)
    return toProblem(new AppError("body_too_large"));
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { APP_ORIGIN, PUBLIC_RPC_URL, RPC_URL } = env();
  const policy = contentSecurityPolicy({
    nonce,
    connect: [new URL(PUBLIC_RPC_URL ?? RPC_URL).origin],
    development: process.env.NODE_ENV === "development",
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (APP_ORIGIN.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)"],
};
