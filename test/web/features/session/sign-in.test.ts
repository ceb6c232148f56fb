import { createPublicClient, custom, type Hex } from "viem";
import { privateKeyToAccount, generatePrivateKey } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { offerSignIn, signIn, type SignInContext } from "#web/features/session/operations.ts";
import { findSession } from "#web/features/session/sessions.ts";
import type { SignatureReader } from "#web/features/session/signature.ts";
import { addSeconds } from "#web/lib/clock.ts";

const TARGET = { origin: "https://timetoken.example", chainId: 31337 };
const NOW = new Date("2026-11-22T12:00:00Z");
const account = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());

/** A chain without any contract wallet on it. */
const noContracts: SignatureReader = { verifyMessage: () => Promise.resolve(false) };

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

type Fields = Partial<Parameters<typeof createSiweMessage>[0]>;

/** A sign-in begun in this browser, with a message that differs from the right one in `fields`. */
async function begin(fields: Fields = {}, at = NOW) {
  const offer = await offerSignIn(database.db, TARGET, at);
  const message = createSiweMessage({
    address: account.address,
    domain: offer.domain,
    uri: offer.uri,
    chainId: offer.chainId,
    nonce: offer.nonce,
    issuedAt: new Date(offer.issuedAt),
    expirationTime: new Date(offer.expirationTime),
    statement: "Sign in to TimeToken.",
    version: "1",
    ...fields,
  });
  return { offer, message, signature: await account.signMessage({ message }) };
}

function context(offeredNonce: string | undefined, changes: Partial<SignInContext> = {}): SignInContext {
  return {
    db: database.db,
    reader: noContracts,
    target: TARGET,
    offeredNonce,
    previousSession: undefined,
    device: "test",
    ...changes,
  };
}

/** Hands a changed message in and answers the refusal's code. */
async function refusal(fields: Fields, at = NOW): Promise<unknown> {
  const { offer, message, signature } = await begin(fields);
  return signIn(context(offer.nonce), { message, signature }, at).then(
    () => "signed in",
    (error: { code?: unknown }) => error.code,
  );
}

describe("given a message meant for somewhere else", () => {
  it("refuses another domain", async () => {
    expect(await refusal({ domain: "timetoken.evil" })).toBe("sign_in_wrong_domain");
  });
  it("refuses the same host on another port", async () => {
    expect(await refusal({ domain: "timetoken.example:8443" })).toBe("sign_in_wrong_domain");
  });
  it("refuses another scheme", async () => {
    expect(await refusal({ scheme: "http" })).toBe("sign_in_wrong_domain");
  });
  it("refuses another URI", async () => {
    expect(await refusal({ uri: "https://timetoken.evil/sign-in" })).toBe("sign_in_wrong_uri");
  });
  it("refuses another chain", async () => {
    expect(await refusal({ chainId: 1 })).toBe("sign_in_wrong_chain");
  });
});

describe("given a message out of its time", () => {
  it("refuses one that has expired", async () => {
    expect(await refusal({ expirationTime: addSeconds(NOW, -1) })).toBe("sign_in_expired");
  });
  it("refuses one in the very second of its end", async () => {
    expect(await refusal({ expirationTime: NOW })).toBe("sign_in_expired");
  });
  it("refuses one without an end that was issued long ago", async () => {
    expect(await refusal({ issuedAt: addSeconds(NOW, -3_600), expirationTime: undefined })).toBe("sign_in_expired");
  });
  it("refuses one that is not valid yet", async () => {
    expect(await refusal({ notBefore: addSeconds(NOW, 120) })).toBe("sign_in_not_yet_valid");
  });
  it("refuses one issued in the future", async () => {
    expect(await refusal({ issuedAt: addSeconds(NOW, 120) })).toBe("sign_in_issued_ahead");
  });
  it("forgives a clock half a minute ahead", async () => {
    expect(await refusal({ issuedAt: addSeconds(NOW, 30), notBefore: addSeconds(NOW, 30) })).toBe("signed in");
  });
});

describe("given a nonce that is not to be used", () => {
  it("refuses one offered to another browser", async () => {
    const mine = await begin();
    const theirs = await begin();
    const handed = signIn(context(mine.offer.nonce), { message: theirs.message, signature: theirs.signature }, NOW);
    await expect(handed).rejects.toMatchObject({ code: "sign_in_nonce_foreign" });
  });
  it("refuses a browser that was offered none", async () => {
    const { message, signature } = await begin();
    await expect(signIn(context(undefined), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_nonce_foreign",
    });
  });
  it("refuses one we never issued", async () => {
    const invented = "a".repeat(32);
    const { message, signature } = await begin({ nonce: invented });
    await expect(signIn(context(invented), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_nonce_used",
    });
  });
  it("refuses a second use", async () => {
    const { offer, message, signature } = await begin();
    await signIn(context(offer.nonce), { message, signature }, NOW);
    await expect(signIn(context(offer.nonce), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_nonce_used",
    });
  });
  it("is used up by a wrong signature, too", async () => {
    const { offer, message, signature } = await begin();
    const wrong = await stranger.signMessage({ message });
    await expect(signIn(context(offer.nonce), { message, signature: wrong }, NOW)).rejects.toMatchObject({
      code: "sign_in_bad_signature",
    });
    await expect(signIn(context(offer.nonce), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_nonce_used",
    });
  });
  it("refuses one that is too old", async () => {
    const { offer, message, signature } = await begin({ expirationTime: undefined });
    const handed = signIn(context(offer.nonce), { message, signature }, addSeconds(NOW, 10 * 60 + 1));
    await expect(handed).rejects.toMatchObject({ code: "sign_in_nonce_used" });
  });
  it("lets exactly one of a hundred uses at once through", async () => {
    const { offer, message, signature } = await begin();
    const tries = Array.from({ length: 100 }, () => signIn(context(offer.nonce), { message, signature }, NOW));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = settled.flatMap((result) =>
      result.status === "rejected" ? [(result.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(["sign_in_nonce_used"]));
  });
});

describe("given what is no sign-in message", () => {
  const spoil: [string, (message: string) => string][] = [
    ["nothing", () => ""],
    ["a sentence", () => "I am Marek"],
    ["an address without its checksum", (message) => message.replace(account.address, account.address.toLowerCase())],
    ["an address cut short", (message) => message.replace(account.address, account.address.slice(0, -1))],
    ["a line too many", (message) => `${message}\nAnd: more`],
    ["a line missing", (message) => message.replace(/^Version: 1\n/m, "")],
    ["another version", (message) => message.replace("Version: 1", "Version: 2")],
    ["no nonce", (message) => message.replace(/^Nonce: .*\n/m, "")],
    ["a nonce too short", (message) => message.replace(/^Nonce: .*$/m, "Nonce: abc")],
    ["a day that does not exist", (message) => message.replace(/^Issued At: .*$/m, "Issued At: 2026-13-45T12:00:00Z")],
    ["other line ends", (message) => message.replaceAll("\n", "\r\n")],
    ["spaces at the end", (message) => `${message} `],
    ["a book", (message) => message.replace("TimeToken.", "x".repeat(3_000))],
  ];
  it.each(spoil)("refuses %s", async (_, change) => {
    const { offer, message } = await begin();
    const changed = change(message);
    const signature = await account.signMessage({ message: changed });
    await expect(signIn(context(offer.nonce), { message: changed, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_malformed",
    });
  });
});

describe("given a signature that is not the account's", () => {
  it("refuses another account's", async () => {
    const { offer, message } = await begin();
    const signature = await stranger.signMessage({ message });
    await expect(signIn(context(offer.nonce), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_bad_signature",
    });
  });
  it.each<[string, Hex]>([
    ["an empty one", "0x"],
    ["a short one", "0x1234"],
    ["zeros", `0x${"00".repeat(65)}`],
  ])("refuses %s", async (_, signature) => {
    const { offer, message } = await begin();
    await expect(signIn(context(offer.nonce), { message, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_bad_signature",
    });
  });
  it("refuses the signature of a message changed afterwards", async () => {
    const { offer, message, signature } = await begin();
    const changed = message.replace("Sign in to", "Pay all to");
    await expect(signIn(context(offer.nonce), { message: changed, signature }, NOW)).rejects.toMatchObject({
      code: "sign_in_bad_signature",
    });
  });
});

describe("given a contract wallet", () => {
  it("signs in where the contract says yes", async () => {
    const { offer, message } = await begin();
    const asked: unknown[] = [];
    const reader: SignatureReader = {
      verifyMessage: (question) => {
        asked.push(question);
        return Promise.resolve(true);
      },
    };
    await signIn(context(offer.nonce, { reader }), { message, signature: "0xc0ffee" }, NOW);
    expect(asked).toEqual([{ address: account.address.toLowerCase(), message, signature: "0xc0ffee" }]);
  });
  it("gives up on a node that does not answer within two seconds", async () => {
    const { offer, message } = await begin();
    const reader: SignatureReader = { verifyMessage: () => new Promise(() => undefined) };
    const started = performance.now();
    await expect(
      signIn(context(offer.nonce, { reader }), { message, signature: "0xc0ffee" }, NOW),
    ).rejects.toMatchObject({ code: "sign_in_signature_timeout" });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
  it("does not ask the chain about a plain account", async () => {
    const { offer, message, signature } = await begin();
    const silent = createPublicClient({
      transport: custom({ request: () => Promise.reject(new Error("the chain was asked")) }),
    });
    await expect(signIn(context(offer.nonce, { reader: silent }), { message, signature }, NOW)).resolves.toBeDefined();
  });
});

describe("given the right message and signature", () => {
  it("starts a session that the id finds and the database cannot give away", async () => {
    const { offer, message, signature } = await begin();
    const { id, address } = await signIn(context(offer.nonce), { message, signature }, NOW);
    expect(address).toBe(account.address.toLowerCase());
    expect(Buffer.from(id, "base64url")).toHaveLength(32);
    const session = await findSession(database.db, id, NOW);
    expect(session?.address).toBe(address);
    expect(session?.idHash).not.toContain(id);
  });
  it("ends the session this browser had before", async () => {
    const first = await begin();
    const before = await signIn(context(first.offer.nonce), first, NOW);
    const second = await begin();
    const after = await signIn(context(second.offer.nonce, { previousSession: before.id }), second, NOW);
    expect(after.id).not.toBe(before.id);
    expect(await findSession(database.db, before.id, NOW)).toBeUndefined();
    expect(await findSession(database.db, after.id, NOW)).toBeDefined();
  });
});
