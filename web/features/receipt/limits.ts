import type { Limit } from "#web/features/rate-limit/operations.ts";

/** Each receipt reads whole blocks from the node. */
export const RECEIPT_LIMIT: Limit = { action: "receipt", times: 120, windowSeconds: 60 };
