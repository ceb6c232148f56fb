import { describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { pageSchema, recipientTextSchema, tokenIdSchema } from "#web/features/token/schema.ts";

const ID = packTokenId({ issuer: `0x${"11".repeat(20)}`, unit: "hour", expiry: 1_800_000_000 });

describe("given what is no token's id", () => {
  it.each([
    "",
    "0",
    "1",
    "-1",
    "0x10",
    "1e5",
    "abc",
    String(ID + 1n),
    String(2n ** 256n),
    "9".repeat(500),
    undefined,
    ["1"],
  ])("refuses %j", (id) => {
    expect(tokenIdSchema.safeParse(id).success).toBe(false);
  });
});

describe("given a token's id", () => {
  it("reads it", () => {
    expect(tokenIdSchema.parse(String(ID))).toBe(ID);
  });
});

describe("given a page's number", () => {
  it.each([
    ["3", 3],
    [undefined, 1],
    ["0", 1],
    ["-2", 1],
    ["x", 1],
    ["1.5", 1],
  ])("reads %j as %d", (text, page) => {
    expect(pageSchema.parse(text)).toBe(page);
  });
});

describe("given what is typed to find somebody", () => {
  it.each(["", "   ", "\0", "x".repeat(81), 7])("refuses %j", (text) => {
    expect(recipientTextSchema.safeParse(text).success).toBe(false);
  });
  it("trims it", () => {
    expect(recipientTextSchema.parse(" @ines ")).toBe("@ines");
  });
});
