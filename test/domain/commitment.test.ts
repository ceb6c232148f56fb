import { keccak256, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { commitWords } from "#domain/commitment.ts";

const SALT = toHex(7n, { size: 32 });

describe("a commitment to words", () => {
  it("refuses a salt that has not 32 bytes", () => {
    expect(() => commitWords("Zwei Stunden Garten", "0x07")).toThrow(RangeError);
  });

  it("is keccak256 of the salt and the words in UTF-8", () => {
    expect(commitWords("", SALT)).toBe(keccak256(SALT));
    expect(commitWords("ñ", SALT)).toBe(keccak256(`${SALT}c3b1`));
  });

  it("differs for other words and for another salt", () => {
    const same = commitWords("two hours", SALT);
    expect(commitWords("two hours ", SALT)).not.toBe(same);
    expect(commitWords("two hours", toHex(8n, { size: 32 }))).not.toBe(same);
  });
});
