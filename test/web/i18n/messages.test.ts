import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_LOCALE, LOCALES } from "#web/i18n/locales.ts";

const FOLDER = join(import.meta.dirname, "../../../web/messages");

type Tree = { [key: string]: string | Tree };

/** The full key of every sentence of one language, in order. */
async function keysOf(locale: string): Promise<string[]> {
  const files = (await readdir(join(FOLDER, locale))).filter((name) => name.endsWith(".json"));
  const keys = files.map(async (name) =>
    flatten(JSON.parse(await readFile(join(FOLDER, locale, name), "utf8")) as Tree, name.replace(".json", "")),
  );
  return (await Promise.all(keys)).flat().sort();
}

function flatten(tree: Tree, prefix: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}.${key}`] : flatten(value, `${prefix}.${key}`),
  );
}

describe.each(LOCALES.filter((locale) => locale !== DEFAULT_LOCALE))("messages in %s", (locale) => {
  it("have the same keys as those of the default language", async () => {
    expect(await keysOf(locale)).toEqual(await keysOf(DEFAULT_LOCALE));
  });
});
