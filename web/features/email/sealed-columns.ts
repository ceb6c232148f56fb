/** What the two encrypted columns are called where their values are bound to their place. Never to be changed. */
export const VERIFIED_COLUMN = "member_email.sealed_address";
export const PENDING_COLUMN = "member_email.sealed_pending";
