import type { Limit } from "#web/features/rate-limit/operations.ts";

/** Nobody needs more mails than this; and a stranger's mailbox is not to be filled from here, by however many. */
export const MEMBER_LIMIT: Limit = { action: "email-member", times: 6, windowSeconds: 3_600 };
export const ADDRESS_LIMIT: Limit = { action: "email-address", times: 3, windowSeconds: 3_600 };

/** A token is too long to be guessed; nobody need be let try. */
export const VERIFY_LIMIT: Limit = { action: "email-verify", times: 300, windowSeconds: 60 };
