import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { member } from "#web/db/schema/member.ts";
import { editProfile, joinCommunity } from "#web/features/member/operations.ts";
import { findProfile, readProfile } from "#web/features/member/queries.ts";
import type { ProfileInput } from "#web/features/member/schema.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const join = { handle: "Ines", displayName: "Inés Romero", timeZone: "Europe/Berlin" };
const profile: ProfileInput = {
  ...join,
  bio: "Teaches Spanish over coffee.",
  skills: ["Spanish"],
  languages: ["es", "en"],
  place: "Berlin",
  latitude: 52.52,
  longitude: 13.42,
  arbiter: false,
};

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(member));

describe("given a handle that is taken", () => {
  it.each(["Ines", "ines", "INES", "1nes", "in-es", "lnes"])("refuses %s to a newcomer", async (handle) => {
    await joinCommunity(database.db, INES, join, NOW);
    await expect(joinCommunity(database.db, MAREK, { ...join, handle }, NOW)).rejects.toMatchObject({
      code: "handle_taken",
      fields: { handle: "handleTaken" },
    });
    expect(await readProfile(database.db, MAREK)).toBeNull();
  });
  it("refuses it to a member who changes theirs, and changes nothing", async () => {
    await joinCommunity(database.db, INES, join, NOW);
    await joinCommunity(database.db, MAREK, { ...join, handle: "marek", displayName: "Marek" }, NOW);
    await expect(editProfile(database.db, MAREK, profile, NOW)).rejects.toMatchObject({ code: "handle_taken" });
    expect(await readProfile(database.db, MAREK)).toMatchObject({ handle: "marek", displayName: "Marek" });
  });
  it("gives it to one of many who ask at once", async () => {
    const asking = Array.from({ length: 20 }, (_, index) =>
      joinCommunity(database.db, `0x${String(index + 10).repeat(20)}`, join, NOW),
    );
    const settled = await Promise.allSettled(asking);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("given an address that is no newcomer", () => {
  it("does not let it join twice", async () => {
    await joinCommunity(database.db, INES, join, NOW);
    await expect(joinCommunity(database.db, INES, { ...join, handle: "another" }, NOW)).rejects.toMatchObject({
      code: "conflict",
    });
  });
  it("does not let one edit a profile who has not joined", async () => {
    await expect(editProfile(database.db, INES, profile, NOW)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("given a member", () => {
  it("keeps everything they write", async () => {
    await joinCommunity(database.db, INES, join, NOW);
    const later = new Date("2026-11-23T12:00:00Z");
    await editProfile(database.db, INES, profile, later);
    expect(await readProfile(database.db, INES)).toMatchObject({ ...profile, createdAt: NOW, updatedAt: later });
  });
  it("lets them write their own handle otherwise", async () => {
    await joinCommunity(database.db, INES, join, NOW);
    await editProfile(database.db, INES, { ...profile, handle: "INES" }, NOW);
    expect((await readProfile(database.db, INES))?.handle).toBe("INES");
  });
  it("frees a handle that is given up", async () => {
    await joinCommunity(database.db, INES, join, NOW);
    await editProfile(database.db, INES, { ...profile, handle: "teacher" }, NOW);
    await joinCommunity(database.db, MAREK, join, NOW);
    expect((await findProfile(database.db, "ines"))?.address).toBe(MAREK);
  });
  it.each(["ines", "INES", "1nes", INES, INES.toUpperCase().replace("0X", "0x")])("is found as %s", async (name) => {
    await joinCommunity(database.db, INES, join, NOW);
    expect((await findProfile(database.db, name))?.address).toBe(INES);
  });
  it.each(["", "nobody-here", "' or true --", "0x12"])("is not found as %j", async (name) => {
    await joinCommunity(database.db, INES, join, NOW);
    expect(await findProfile(database.db, name)).toBeNull();
  });
});

it("refuses an address that is not in lower case, whoever writes it", async () => {
  const written = database.db
    .insert(member)
    .values({ address: `0x${"AB".repeat(20)}`, handle: "x", handleKey: "x", displayName: "X" });
  await expect(written).rejects.toThrow();
  expect(await database.db.select().from(member).where(eq(member.handleKey, "x"))).toEqual([]);
});
