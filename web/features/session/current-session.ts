import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "#web/db/client.ts";
import { sessionCookieName } from "#web/features/session/cookies.ts";
import { findSession, type Session } from "#web/features/session/sessions.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { AppError } from "#web/lib/errors.ts";
import { checkOrigin } from "#web/lib/origin.ts";

/** Who is asking for this page; undefined for someone not signed in. Looked up once a request. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const id = (await cookies()).get(sessionCookieName(env().APP_ORIGIN))?.value;
  return id === undefined ? undefined : findSession(database(), id, now());
});

/** @throws AppError `not_signed_in` */
export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) throw new AppError("not_signed_in");
  return session;
}

/**
 * The first line of every server action and route that changes something.
 * @returns who does it
 * @throws AppError `foreign_origin`, then `not_signed_in`
 */
export async function authoriseChange(): Promise<Session> {
  checkOrigin(await headers(), env().APP_ORIGIN);
  return requireSession();
}
