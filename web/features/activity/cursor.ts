/** Where a page of the feed begins: after this event. Events of one second are told apart by their key. */
export type Cursor = { at: number; key: string };

/** `1795900000.deal-0x…`, as URLs carry it. */
export function writeCursor({ at, key }: Cursor): string {
  return `${at}.${key}`;
}

/** @returns null for what is no cursor of ours */
export function readCursor(text: unknown): Cursor | null {
  if (typeof text !== "string") return null;
  const [, at, key] = /^(\d{1,12})\.([\w:-]{1,160})$/.exec(text) ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), key };
}
