import { env } from "#web/lib/env.ts";
import type { KeyRing } from "#web/lib/key-ring.ts";

/** What keeping and verifying e-mail addresses works with. */
export type EmailSettings = { ring: KeyRing; indexKey: Buffer; origin: string };

/** @returns null on a site that is set up without e-mail */
export function emailSettings(): EmailSettings | null {
  const { SMTP_URL, ENCRYPTION_KEYS: ring, BLIND_INDEX_KEY: indexKey, APP_ORIGIN: origin } = env();
  return SMTP_URL && ring && indexKey ? { ring, indexKey, origin } : null;
}
