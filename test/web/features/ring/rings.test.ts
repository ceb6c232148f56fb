import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createMatchingWorld,
  INES,
  LUCIA,
  MAREK,
  type MatchingWorld,
  NOW,
  OMAR,
} from "#test/web/features/matching/matching-world.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { proposeRings } from "#web/features/ring/propose-rings.ts";
import { answerRing } from "#web/features/ring/operations.ts";
import { listRings } from "#web/features/ring/queries.ts";

let world: MatchingWorld;

beforeAll(async () => {
  world = await createMatchingWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Inés gives Marek piano, Marek gives Omar oboe, Omar gives Inés yoga. */
async function listThree() {
  const offer = await world.list(INES, "offer", "piano");
  await world.list(MAREK, "request", "piano");
  await world.list(MAREK, "offer", "oboe");
  await world.list(OMAR, "request", "oboe");
  await world.list(OMAR, "offer", "yoga");
  await world.list(INES, "request", "yoga");
  return offer;
}

const ringOf = async (who: typeof INES) => (await listRings(world.db, who))[0];
const say = async (who: typeof INES, answer: "yes" | "no") =>
  answerRing(world.db, who, { id: (await ringOf(INES))?.id ?? "", answer }, NOW);

/** Who was told, and of whom. */
async function told(kind: string) {
  const rows = await world.db.select().from(outbox).where(eq(outbox.kind, kind)).orderBy(outbox.recipient);
  return rows.map(({ recipient, payload }) => [recipient, (payload as { before: string }).before]);
}

describe("given wants and offers that do not come back", () => {
  it("proposes nothing", async () => {
    await world.list(INES, "offer", "piano");
    await world.list(MAREK, "request", "piano");
    expect(await proposeRings(world.db, NOW)).toBe(0);
    expect(await listRings(world.db, INES)).toEqual([]);
  });
  it.each<[string, () => Promise<unknown>]>([
    ["two in it who blocked each other", () => world.db.insert(memberBlock).values({ blocker: OMAR, blocked: MAREK })],
    ["two neighbours never free together", () => Promise.all([world.keepHours(INES, 8), world.keepHours(MAREK, 18)])],
    ["gifts far from even", () => world.db.update(listing).set({ priceMinutes: 600 }).where(eq(listing.owner, OMAR))],
  ])("proposes nothing with %s", async (_, spoil) => {
    await listThree();
    await spoil();
    expect(await proposeRings(world.db, NOW)).toBe(0);
  });
});

describe("given three who could give in a circle", () => {
  it("proposes it to each, told from their own place, once", async () => {
    await listThree();
    expect(await proposeRings(world.db, NOW)).toBe(1);
    expect(await proposeRings(world.db, NOW)).toBe(0);
    expect((await ringOf(INES))?.seats.map(({ member }) => member)).toEqual([INES, MAREK, OMAR]);
    expect((await ringOf(OMAR))?.seats.map(({ member }) => member)).toEqual([OMAR, INES, MAREK]);
    expect(await listRings(world.db, LUCIA)).toEqual([]);
  });
  it("proposes it once when two workers find it at the same moment", async () => {
    await listThree();
    const proposed = await Promise.all([1, 2, 3].map(() => proposeRings(world.db, NOW)));
    expect(proposed.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await listRings(world.db, MAREK)).toHaveLength(1);
  });
  it("tells each of them once from whom they would get", async () => {
    await listThree();
    await proposeRings(world.db, NOW);
    await proposeRings(world.db, NOW);
    expect(await told("ring_proposed")).toEqual([
      [INES, OMAR],
      [MAREK, INES],
      [OMAR, MAREK],
    ]);
  });
  it("takes the least of what is offered and asked for", async () => {
    await listThree();
    await world.db.update(listing).set({ priceMinutes: 60 }).where(eq(listing.owner, MAREK));
    await proposeRings(world.db, NOW);
    expect((await ringOf(INES))?.minutes).toBe(60);
  });
  it("disappears when one of its listings does, or one blocks another", async () => {
    const offer = await listThree();
    await proposeRings(world.db, NOW);
    await world.db.update(listing).set({ status: "paused" }).where(eq(listing.id, offer));
    expect(await listRings(world.db, OMAR)).toEqual([]);
    expect(await proposeRings(world.db, NOW)).toBe(0);
    await world.db.update(listing).set({ status: "published" }).where(eq(listing.id, offer));
    expect(await proposeRings(world.db, NOW)).toBe(1);
    await world.db.insert(memberBlock).values({ blocker: INES, blocked: OMAR });
    await proposeRings(world.db, NOW);
    expect(await listRings(world.db, MAREK)).toEqual([]);
  });
  it("goes with a listing that is deleted", async () => {
    const offer = await listThree();
    await proposeRings(world.db, NOW);
    await world.db.delete(listing).where(eq(listing.id, offer));
    expect(await listRings(world.db, OMAR)).toEqual([]);
  });
});

describe("given answers to a ring", () => {
  beforeEach(async () => {
    await listThree();
    await proposeRings(world.db, NOW);
  });

  it("takes none from somebody who is not in it, and none to a ring that is not there", async () => {
    await expect(say(LUCIA, "yes")).rejects.toMatchObject({ code: "not_found" });
    await expect(
      answerRing(world.db, INES, { id: "00000000-0000-4000-8000-000000000000", answer: "yes" }, NOW),
    ).rejects.toMatchObject({ code: "not_found" });
  });
  it("is agreed when the last says yes, and answers no more then", async () => {
    for (const who of [INES, MAREK]) await say(who, "yes");
    expect((await ringOf(OMAR))?.agreed).toBe(false);
    await say(OMAR, "yes");
    expect((await ringOf(OMAR))?.agreed).toBe(true);
    expect(await told("ring_agreed")).toHaveLength(3);
    await expect(say(INES, "no")).rejects.toMatchObject({ code: "ring_decided" });
  });
  it("is agreed once where all say yes at the same moment", async () => {
    await Promise.all([INES, MAREK, OMAR].map((who) => say(who, "yes")));
    expect((await ringOf(INES))?.agreed).toBe(true);
  });
  it("is gone for all when one says no, and neither gift is proposed again", async () => {
    await say(INES, "yes");
    await say(MAREK, "no");
    expect(await listRings(world.db, INES)).toEqual([]);
    expect(await proposeRings(world.db, NOW)).toBe(0);
  });
  it("lets somebody take back a yes", async () => {
    await say(INES, "yes");
    await say(INES, "no");
    expect(await listRings(world.db, OMAR)).toEqual([]);
  });
});

describe("given somebody whom many could give to", () => {
  it("offers them no more than three", async () => {
    for (const skill of ["piano", "oboe", "yoga", "chess"]) {
      await world.list(INES, "offer", skill);
      await world.list(INES, "request", `${skill} stand`, { category: "arts" });
    }
    for (const [who, skill] of [
      [MAREK, "piano"],
      [OMAR, "oboe"],
      [LUCIA, "yoga"],
    ] as const) {
      await world.list(who, "request", skill);
      await world.list(who, "offer", `${skill} stand`, { category: "arts" });
      await world.list(who, "request", "chess");
      await world.list(who, "offer", "chess stand", { category: "arts" });
    }
    await proposeRings(world.db, NOW);
    expect(await listRings(world.db, INES)).toHaveLength(3);
    expect(await proposeRings(world.db, NOW)).toBe(0);
  });
});
