import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reputation } from "#indexer/ponder.schema.ts";
import {
  createMatchingWorld,
  INES,
  MAREK,
  type MatchingWorld,
  NOW,
  OMAR,
} from "#test/web/features/matching/matching-world.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { member } from "#web/db/schema/member.ts";
import { readCommonMinutes } from "#web/features/matching/common-time.ts";
import { readMatches } from "#web/features/matching/queries.ts";

let world: MatchingWorld;

beforeAll(async () => {
  world = await createMatchingWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const matchesOf = async (who: typeof INES) => {
  const { requests, offers, known } = await readMatches(world.db, who, NOW);
  return { requests: requests.map(({ card }) => card.id), offers: offers.map(({ card }) => card.id), known };
};

describe("given nothing that fits", () => {
  it("finds nothing for somebody who says nothing, and tells that there is nothing to go by", async () => {
    await world.list(MAREK, "request", "piano");
    expect(await matchesOf(INES)).toEqual({ requests: [], offers: [], known: { gives: 0, wants: 0 } });
  });
  it.each<[string, Parameters<MatchingWorld["list"]>[3]]>([
    ["a paused request", { status: "paused" }],
    ["a draft", { status: "draft" }],
    ["a closed one", { status: "closed" }],
    ["one of another language", { language: "ja" }],
    ["one far away", { place: "Girona", latitude: 41.98, longitude: 2.82 }],
  ])("does not find %s", async (_, more) => {
    await world.list(INES, "offer", "piano", { latitude: 52.52, longitude: 13.4 });
    await world.db
      .update(member)
      .set({ languages: ["ja"] })
      .where(eq(member.address, MAREK));
    await world.list(MAREK, "request", "piano", more);
    expect((await matchesOf(INES)).requests).toEqual([]);
  });
  it("does not find one's own", async () => {
    await world.list(INES, "offer", "piano");
    await world.list(INES, "request", "piano");
    expect(await matchesOf(INES)).toMatchObject({ requests: [], offers: [] });
  });
  it("puts nobody before whom they blocked, nor the other way round", async () => {
    await world.list(INES, "offer", "piano");
    await world.list(MAREK, "request", "piano");
    await world.db.insert(memberBlock).values({ blocker: INES, blocked: MAREK });
    expect((await matchesOf(INES)).requests).toEqual([]);
    expect((await matchesOf(MAREK)).offers).toEqual([]);
  });
  it("leaves out those who are never free together", async () => {
    await world.list(INES, "offer", "piano");
    await world.list(MAREK, "request", "piano");
    await world.keepHours(INES, 8);
    await world.keepHours(MAREK, 18);
    expect((await matchesOf(INES)).requests).toEqual([]);
  });
});

describe("given listings that fit", () => {
  it("finds them both ways, and which of one's own they fit", async () => {
    const offer = await world.list(INES, "offer", "Piano lessons");
    const request = await world.list(MAREK, "request", "piano lesson");
    const forInes = await readMatches(world.db, INES, NOW);
    expect(forInes.requests.map(({ card, mine }) => [card.id, mine?.id])).toEqual([[request, offer]]);
    const forMarek = await readMatches(world.db, MAREK, NOW);
    expect(forMarek.offers.map(({ card, mine }) => [card.id, mine?.id])).toEqual([[offer, request]]);
  });
  it.each([
    ["accents", "Français", "francais"],
    ["the order of words", "German conversation", "Conversation in German"],
    ["a gerund", "Dog walking", "walk the dog"],
  ])("forgives %s", async (_, offered, wanted) => {
    await world.list(INES, "offer", offered);
    const request = await world.list(MAREK, "request", wanted);
    expect((await matchesOf(INES)).requests).toEqual([request]);
  });
  it("goes by the skills of a profile, too", async () => {
    await world.db
      .update(member)
      .set({ skills: ["piano"], place: "Berlin" })
      .where(eq(member.address, INES));
    const request = await world.list(MAREK, "request", "piano");
    const { requests } = await readMatches(world.db, INES, NOW);
    expect(requests.map(({ card, mine }) => [card.id, mine])).toEqual([[request, null]]);
  });
  it("tells the longest time both have free, and puts who has more before who has none to tell", async () => {
    await world.list(INES, "offer", "piano");
    const unknown = await world.list(MAREK, "request", "piano");
    const known = await world.list(OMAR, "request", "piano");
    await world.keepHours(INES, 8);
    await world.keepHours(OMAR, 9);
    const { requests } = await readMatches(world.db, INES, NOW);
    expect(requests.map(({ card, match }) => [card.id, match.reasons.time])).toEqual([
      [known, { minutes: 60 }],
      [unknown, undefined],
    ]);
  });
  it("tells the reputation of the one who is shown", async () => {
    await world.list(INES, "offer", "piano");
    await world.list(MAREK, "request", "piano");
    await world.db.insert(reputation).values({ address: INES, score: 77, asOf: 0, version: 1 });
    expect((await readMatches(world.db, MAREK, NOW)).offers[0]?.match.reasons.reputation).toEqual({ score: 77 });
    expect((await readMatches(world.db, INES, NOW)).requests[0]?.match.reasons.reputation).toBeUndefined();
    await world.db.delete(reputation);
  });
});

describe("given pairs of members", () => {
  it("says nothing of a pair in which one keeps no hours, and nought of one that never meets", async () => {
    await world.keepHours(INES, 8);
    await world.keepHours(MAREK, 18);
    const pairs = [
      { a: INES, b: OMAR },
      { a: INES, b: MAREK },
    ];
    expect(await readCommonMinutes(world.db, pairs, NOW)).toEqual([null, 0]);
    expect(await readCommonMinutes(world.db, [], NOW)).toEqual([]);
  });
  it("counts no time that is over", async () => {
    await world.keepHours(INES, 8);
    await world.keepHours(MAREK, 9);
    const later = new Date(NOW.getTime() + (6 * 24 + 9) * 3_600_000 + 1_800_000);
    expect(await readCommonMinutes(world.db, [{ a: INES, b: MAREK }], later)).toEqual([30]);
  });
});
