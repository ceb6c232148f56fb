import type { Limit } from "#web/features/rate-limit/operations.ts";

/** Asking for a nonce writes a row; nobody needs many. */
export const NONCE_LIMIT: Limit = { action: "nonce", times: 300, windowSeconds: 60 };

/** Checking a signature may ask the chain. */
export const SIGN_IN_LIMIT: Limit = { action: "sign-in", times: 300, windowSeconds: 60 };
