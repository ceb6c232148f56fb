import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createSiweMessage } from "viem/siwe";
import { describe, expect, it } from "vitest";
import { checkSignInMessage } from "#web/features/session/sign-in-message.ts";
import { LOCALES } from "#web/i18n/locales.ts";

const FOLDER = join(import.meta.dirname, "../../../../web/messages");
const TARGET = { origin: "https://timetoken.example", chainId: 31337 };
const NOW = new Date("2026-11-22T12:00:00Z");

/** A sign-in as a wallet shows it, with this sentence. */
const messageWith = (statement: string) =>
  createSiweMessage({
    address: `0x${"1".repeat(40)}`,
    domain: new URL(TARGET.origin).host,
    uri: TARGET.origin,
    chainId: TARGET.chainId,
    nonce: "a1b2c3d4e5f6",
    issuedAt: NOW,
    statement,
    version: "1",
  });

describe("given a sentence for the wallet", () => {
  it("refuses letters that EIP-4361 does not know", () => {
    const message = messageWith("No envía ninguna transacción.");
    expect(() => checkSignInMessage(message, TARGET, NOW)).toThrow("sign_in_malformed");
  });

  it.each(LOCALES)("takes the one of the messages in %s", async (locale) => {
    const messages = JSON.parse(await readFile(join(FOLDER, locale, "session.json"), "utf8")) as { statement: string };
    expect(checkSignInMessage(messageWith(messages.statement), TARGET, NOW)).toMatchObject({ nonce: "a1b2c3d4e5f6" });
  });
});
