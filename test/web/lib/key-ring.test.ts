import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindIndex } from "#web/lib/blind-index.ts";
import { drawKey, keyIdOf, KeyRingError, parseKeyRing, seal, unseal } from "#web/lib/key-ring.ts";

const OLD = drawKey();
const NEW = drawKey();
const place = { column: "member_email.sealed_address", id: "0x11" };
const before = parseKeyRing(`k1:${OLD}`);
const after = parseKeyRing(`k2:${NEW}, k1:${OLD}`);

describe("given a key ring that is wrong", () => {
  it.each([
    ["", /written id:key/],
    ["k1", /written id:key/],
    ["K1:abc", /written id:key/],
    [`k1:${Buffer.alloc(31).toString("base64")}`, /key k1 is 31 bytes long instead of 32/],
    [`k1:${Buffer.alloc(33).toString("base64")}`, /33 bytes/],
    [`k1:${OLD},k1:${NEW}`, /same id/],
  ])("refuses %j", (text, sentence) => {
    expect(() => parseKeyRing(text)).toThrow(sentence);
  });
  it("never names a key", () => {
    const key = Buffer.alloc(31, 7).toString("base64");
    expect(() => parseKeyRing(`k1:${key}`)).toThrow(expect.not.stringContaining(key) as string);
  });
});

describe("given a sealed value that is not what was sealed here", () => {
  const sealed = seal(before, place, "ines@example.org");
  it("refuses it in another row or column", () => {
    expect(() => unseal(before, { ...place, id: "0x22" }, sealed)).toThrow(KeyRingError);
    expect(() => unseal(before, { ...place, column: "member_email.sealed_pending" }, sealed)).toThrow(KeyRingError);
  });
  it("refuses it without its key, and says which one that is", () => {
    expect(() => unseal(parseKeyRing(`k2:${NEW}`), place, sealed)).toThrow("the key ring has no key k1");
  });
  it("refuses another key under the same id", () => {
    expect(() => unseal(parseKeyRing(`k1:${NEW}`), place, sealed)).toThrow(KeyRingError);
  });
  it.each(["", "v1", "v2.k1.a.b.c", "v1.k1.a.b", "v1.k1.a.b.c.d", "v1.k1.AAAA.AAAA.AAAA"])("refuses %j", (text) => {
    expect(() => unseal(before, place, text)).toThrow(KeyRingError);
  });
  it("refuses it with any one bit turned", () => {
    const parts = sealed.split(".");
    const bytes = [2, 3, 4].flatMap((part) =>
      [...Buffer.from(parts[part] ?? "", "base64url")].map((_, at) => [part, at]),
    );
    for (const [part = 0, at = 0] of bytes) {
      const turned = Buffer.from(parts[part] ?? "", "base64url");
      turned[at] = (turned[at] ?? 0) ^ 1;
      const changed = parts.with(part, turned.toString("base64url")).join(".");
      expect(() => unseal(before, place, changed)).toThrow(KeyRingError);
    }
  });
});

describe("given a key ring", () => {
  it("reads back whatever it sealed, under the newest key, never twice alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, id) => {
        const here = { ...place, id };
        const sealed = seal(after, here, text);
        expect(keyIdOf(sealed)).toBe("k2");
        expect(unseal(after, here, sealed)).toBe(text);
        expect(seal(after, here, text)).not.toBe(sealed);
      }),
    );
  });
  it("still reads what an older key sealed", () => {
    expect(unseal(after, place, seal(before, place, "ines@example.org"))).toBe("ines@example.org");
  });
});

describe("blindIndex", () => {
  const key = Buffer.from(OLD, "base64");
  it("is the same for the same value alone, of one field and one key", () => {
    const mark = blindIndex(key, "a.b", "ines@example.org");
    expect(blindIndex(key, "a.b", "ines@example.org")).toBe(mark);
    expect(blindIndex(key, "a.b", "ines@example.com")).not.toBe(mark);
    expect(blindIndex(key, "a.c", "ines@example.org")).not.toBe(mark);
    expect(blindIndex(Buffer.from(NEW, "base64"), "a.b", "ines@example.org")).not.toBe(mark);
    expect(mark).toMatch(/^0x[0-9a-f]{64}$/);
  });
});
