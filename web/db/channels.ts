/** Ponder notifies here after each block it wrote, for the schema its views live in. */
export const INDEX_CHANNEL = "chain_live_query";

/** A trigger notifies here of every change of listings. */
export const LISTING_CHANNEL = "app_listing";

/** A trigger notifies here of whose inbox has changed. */
export const OUTBOX_CHANNEL = "app_outbox";
