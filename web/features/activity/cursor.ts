/** How many of what a cursor counts make a second. */
export const MICROS = 1_000_000;

/** Where a page of the feed begins: after this event, in microseconds. Events of one instant are told apart by their key. */
export type Cursor = { at: number; key: string };

/** `1795900000000000.deal-0x…`, as URLs carry it. */
export function writeCursor({ at, key }: Cursor): string {
  return `${at}.${key}`;
}

/** @returns null for what is no cursor of ours */
export function readCursor(text: unknown): Cursor | null {
  if (typeof text !== "string") return null;
  const [, at, key] = /^(\d{1,16})\.([\w:-]{1,160})$/.exec(text) ?? [];
  if (at === undefined || key === undefined || !Number.isSafeInteger(Number(at))) return null;
  return { at: Number(at), key };
}
