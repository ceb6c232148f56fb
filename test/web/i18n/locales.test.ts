import { describe, expect, it } from "vitest";
import { negotiateLocale } from "#web/i18n/locales.ts";

describe("negotiateLocale", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["fr-FR, de;q=0.9", "en"],
    ["es;q=0", "en"],
    ["es-AR", "es"],
    ["fr, ES-mx;q=0.8, en;q=0.5", "es"],
    ["en;q=0.4, es;q=0.6", "es"],
    ["*", "en"],
  ])("%s → %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
