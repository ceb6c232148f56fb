import type { NextRequest, NextResponse } from "next/server";
import { MESSAGE_LIFETIME_SECONDS } from "#web/features/session/sign-in-message.ts";

/** `__Host-` binds a cookie to exactly this host over https; browsers refuse the prefix without https. */
function cookieName(name: string, origin: string): string {
  return origin.startsWith("https:") ? `__Host-${name}` : name;
}

export const sessionCookieName = (origin: string): string => cookieName("session", origin);
export const nonceCookieName = (origin: string): string => cookieName("sign-in-nonce", origin);

const attributes = (origin: string) =>
  ({ httpOnly: true, sameSite: "lax", secure: origin.startsWith("https:"), path: "/" }) as const;

/** Where cookies are set: a response's, or those of a server action. */
type CookieJar = Pick<NextResponse["cookies"], "set">;

export function setSessionCookie(jar: CookieJar, origin: string, id: string, expiresAt: Date): void {
  jar.set(sessionCookieName(origin), id, { ...attributes(origin), expires: expiresAt });
}

export function clearSessionCookie(jar: CookieJar, origin: string): void {
  jar.set(sessionCookieName(origin), "", { ...attributes(origin), maxAge: 0 });
}

/** Stricter than the session's: the sign-in it belongs to happens on our own pages only. */
export function setNonceCookie(jar: CookieJar, origin: string, nonce: string): void {
  jar.set(nonceCookieName(origin), nonce, {
    ...attributes(origin),
    sameSite: "strict",
    maxAge: MESSAGE_LIFETIME_SECONDS,
  });
}

export function clearNonceCookie(jar: CookieJar, origin: string): void {
  jar.set(nonceCookieName(origin), "", { ...attributes(origin), sameSite: "strict", maxAge: 0 });
}

export function readSessionCookie(request: NextRequest, origin: string): string | undefined {
  return request.cookies.get(sessionCookieName(origin))?.value;
}

export function readNonceCookie(request: NextRequest, origin: string): string | undefined {
  return request.cookies.get(nonceCookieName(origin))?.value;
}
