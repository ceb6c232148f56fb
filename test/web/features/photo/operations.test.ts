import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { picture } from "#test/web/features/photo/pictures.ts";
import { allowance } from "#web/db/schema/allowance.ts";
import { member } from "#web/db/schema/member.ts";
import { photo, photoFile } from "#web/db/schema/photo.ts";
import { joinCommunity } from "#web/features/member/operations.ts";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import { type PhotoContext, prunePhotos, setProfilePhoto, uploadPhoto } from "#web/features/photo/operations.ts";
import { postgresStore } from "#web/features/photo/photo-store.ts";
import { addSeconds } from "#web/lib/clock.ts";

const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const NOW = new Date("2026-11-22T12:00:00Z");
const TWO_DAYS_ON = addSeconds(NOW, 2 * 86_400);

let database: ConnectedDatabase;
let context: PhotoContext;
let bytes: Uint8Array;
beforeAll(async () => {
  database = await connectTestDatabase();
  context = { db: database.db, storeIn: postgresStore };
  bytes = await picture(100, 100).png().toBuffer();
  await joinCommunity(database.db, INES, { handle: "ines", displayName: "Inés", timeZone: "UTC" }, NOW);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.update(member).set({ photoId: null });
  await database.db.delete(photo);
  await database.db.delete(allowance);
});

const counted = async () => [await database.db.$count(photo), await database.db.$count(photoFile)];

describe("given an upload", () => {
  it("keeps nothing of what is refused", async () => {
    await expect(uploadPhoto(context, INES, { bytes: new Uint8Array(9) }, NOW)).rejects.toMatchObject({
      code: "photo_refused",
    });
    expect(await counted()).toEqual([0, 0]);
  });
  it("keeps no row where the storage fails", async () => {
    const broken = { ...postgresStore(database.db), put: () => Promise.reject(new Error("full")) };
    await expect(uploadPhoto({ ...context, storeIn: () => broken }, INES, { bytes }, NOW)).rejects.toThrow("full");
    expect(await counted()).toEqual([0, 0]);
  });
  it("refuses a member who has as many as there can be", async () => {
    const one = { owner: INES, width: 9, height: 9 };
    await database.db.insert(photo).values(Array.from({ length: PHOTO_LIMITS.perMember }, () => one));
    await expect(uploadPhoto(context, INES, { bytes }, NOW)).rejects.toMatchObject({ code: "photo_limit" });
    expect(await uploadPhoto(context, MAREK, { bytes }, NOW)).toMatchObject({ width: 100 });
  });
  it("refuses the sixty-first in an hour", async () => {
    await database.db.insert(allowance).values({ key: `photo:${INES}`, used: 60, resetsAt: addSeconds(NOW, 60) });
    await expect(uploadPhoto(context, INES, { bytes }, NOW)).rejects.toMatchObject({ code: "too_many_requests" });
  });
  it("keeps both sizes of a picture", async () => {
    await uploadPhoto(context, INES, { bytes }, NOW);
    expect(await counted()).toEqual([1, 2]);
  });
});

describe("given a profile", () => {
  it("shows one's own photo, nobody else's, and none that is not there", async () => {
    const [own, other] = [
      await uploadPhoto(context, INES, { bytes }, NOW),
      await uploadPhoto(context, MAREK, { bytes }, NOW),
    ];
    for (const id of [other.id, randomUUID()])
      await expect(setProfilePhoto(database.db, INES, id, NOW)).rejects.toMatchObject({ code: "photo_gone" });
    await expect(setProfilePhoto(database.db, MAREK, other.id, NOW)).rejects.toMatchObject({ code: "not_found" });
    await setProfilePhoto(database.db, INES, own.id, NOW);
    const [row] = await database.db.select({ photoId: member.photoId }).from(member).where(eq(member.address, INES));
    expect(row?.photoId).toBe(own.id);
  });
});

describe("given photos nothing shows", () => {
  it("removes them after a day, picture and row, and leaves the others", async () => {
    const shown = await uploadPhoto(context, INES, { bytes }, NOW);
    await setProfilePhoto(database.db, INES, shown.id, NOW);
    await uploadPhoto(context, INES, { bytes }, NOW);
    const fresh = await uploadPhoto(context, MAREK, { bytes }, TWO_DAYS_ON);
    expect(await prunePhotos(context, addSeconds(NOW, 3_600))).toBe(0);
    expect(await prunePhotos(context, TWO_DAYS_ON)).toBe(1);
    expect(await prunePhotos(context, TWO_DAYS_ON)).toBe(0);
    const left = await database.db.select({ id: photo.id }).from(photo);
    expect(left.map(({ id }) => id).sort()).toEqual([shown.id, fresh.id].sort());
    expect(await counted()).toEqual([2, 4]);
  });
});
