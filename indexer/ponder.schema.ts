// Ponder takes its tables from this file alone.
export * from "./schema/arbiter.ts";
export * from "./schema/community.ts";
export * from "./schema/consent.ts";
export * from "./schema/deal.ts";
export * from "./schema/member.ts";
export * from "./schema/panel.ts";
export * from "./schema/progress.ts";
export * from "./schema/promise.ts";
export * from "./schema/reputation.ts";
export * from "./schema/swap.ts";
export * from "./schema/token.ts";
