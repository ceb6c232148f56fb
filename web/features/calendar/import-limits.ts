/** What is taken from one calendar file at most. */
export const IMPORT_LIMITS = { bytes: 5 * 1_024 * 1_024, events: 10_000, times: 20_000, milliseconds: 3_000 } as const;
