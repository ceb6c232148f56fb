import { beforeAll, describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { UNITS, type Unit } from "#domain/units.ts";
import { startChain, type Chain } from "./parity/chain.ts";
import { readXml, textsOf } from "./parity/xml.ts";

const ARCS = { minute: "6 360", hour: "30 360", day: "360 360" } as const satisfies Record<Unit, string>;
const FAR = 4_102_444_800; // 2100-01-01

type Metadata = { name: string; description: string; decimals: number; image: string; properties: object };

function decode(uri: string, mime: string): string {
  const start = `data:${mime};base64,`;
  expect(uri.startsWith(start)).toBe(true);
  return Buffer.from(uri.slice(start.length), "base64").toString("utf8");
}

describe("what a token says of itself", () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain();
  });

  async function metadataOf(unit: Unit, expiry: number): Promise<Metadata> {
    const id = packTokenId({ issuer: chain.people.seller, unit, expiry });
    return JSON.parse(decode(await chain.token.read.uri([id]), "application/json")) as Metadata;
  }

  function pictureOf(metadata: { image: string }) {
    return readXml(decode(metadata.image, "image/svg+xml"));
  }

  it.each(UNITS)("is metadata as ERC-1155 has it, for a %s without end", async (unit) => {
    const metadata = await metadataOf(unit, 0);
    expect(Object.keys(metadata)).toEqual(["name", "description", "decimals", "image", "properties"]);
    expect(metadata.name.toLowerCase()).toBe(`one ${unit} of ${chain.people.seller}`);
    expect(metadata.description).toContain("without end");
    expect(metadata.decimals).toBe(0);
    expect(metadata.properties).toMatchObject({ unit, expiry: 0, validity: "without end", lapsed: false });
  });

  it.each(UNITS)("is a picture of a %s: a dial with an arc as long, and the words", async (unit) => {
    const picture = pictureOf(await metadataOf(unit, FAR));
    expect(picture.name).toBe("svg");
    const arcs = picture.all("circle").map(({ attributes }) => attributes["stroke-dasharray"]);
    expect(arcs).toContain(ARCS[unit]);
    const words = textsOf(picture);
    expect(words).toContain(unit === "minute" ? "1 min" : `1 ${unit}`);
    expect(words).toContain("until 2100-01-01");
    expect(words.map((word) => word.toLowerCase())).toContain(chain.people.seller);
    expect(picture.all("path")).toHaveLength(0);
  });

  it("says from the expiry's second on that it has lapsed, in words and by a stroke", async () => {
    const expiry = (await chain.now()) + 1_000;
    await chain.mineAt(expiry - 1);
    expect((await metadataOf("hour", expiry)).properties).toMatchObject({ lapsed: false });
    await chain.mineAt(expiry);
    const metadata = await metadataOf("hour", expiry);
    const day = new Date(expiry * 1_000).toISOString().slice(0, 10);
    expect(metadata.properties).toMatchObject({ lapsed: true, validity: `lapsed ${day}` });
    const picture = pictureOf(metadata);
    expect(textsOf(picture)).toContain(`lapsed ${day}`);
    expect(picture.all("path")).toHaveLength(1);
  });

  it("refuses what is no id", async () => {
    await expect(chain.token.read.uri([1n])).rejects.toThrow("TokenId_Invalid");
  });

  it("names the collection as ERC-7572 has it", async () => {
    const collection = JSON.parse(decode(await chain.token.read.contractURI(), "application/json")) as Metadata;
    expect(collection).toMatchObject({ name: "TimeToken", symbol: "TIME" });
    expect(pictureOf(collection).all("circle")).toHaveLength(3);
  });
});
