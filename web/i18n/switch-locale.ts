"use server";

import { cookies } from "next/headers";
import { isLocale, LOCALE_COOKIE } from "#web/i18n/locales.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the chosen language for a year; anything unknown is ignored. */
export async function switchLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
}
