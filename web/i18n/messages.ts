import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locale } from "#web/i18n/locales.ts";

/** One namespace a file: `messages/en/market.json` is read as `market.…`. */
export type Messages = Record<string, Record<string, unknown>>;

const kept = new Map<Locale, Promise<Messages>>();

/** All sentences of one language, merged from its files; read once, or afresh each time while developing. */
export function loadMessages(locale: Locale): Promise<Messages> {
  if (process.env.NODE_ENV === "development") return readMessages(locale);
  const known = kept.get(locale);
  if (known) return known;
  const reading = readMessages(locale);
  kept.set(locale, reading);
  return reading;
}

async function readMessages(locale: Locale): Promise<Messages> {
  // Next runs inside web/, in development and in production alike.
  const folder = join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const namespaces = await Promise.all(
    files.map(async (name) => [
      name.slice(0, -".json".length),
      JSON.parse(await readFile(join(folder, name), "utf8")) as Record<string, unknown>,
    ]),
  );
  return Object.fromEntries(namespaces) as Messages;
}
