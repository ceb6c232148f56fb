import { NextResponse, type NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { clearSessionCookie, readSessionCookie } from "#web/features/session/cookies.ts";
import { endSessionById } from "#web/features/session/sessions.ts";
import { env } from "#web/lib/env.ts";
import { checkOrigin } from "#web/lib/origin.ts";
import { toProblem } from "#web/lib/problem.ts";

/** Signs this browser out; does nothing where it is not signed in. */
export async function DELETE(request: NextRequest): Promise<Response> {
  const { APP_ORIGIN } = env();
  try {
    checkOrigin(request.headers, APP_ORIGIN);
    const id = readSessionCookie(request, APP_ORIGIN);
    if (id !== undefined) await endSessionById(database(), id);
    const response = new NextResponse(null, { status: 204 });
    clearSessionCookie(response.cookies, APP_ORIGIN);
    return response;
  } catch (error) {
    return toProblem(error);
  }
}
