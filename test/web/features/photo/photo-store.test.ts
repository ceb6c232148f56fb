import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { openStrictBucket, type StrictBucket } from "#test/web/features/photo/strict-bucket.ts";
import { photo } from "#web/db/schema/photo.ts";
import { bothStores } from "#web/features/photo/both-stores.ts";
import { choosePhotoStore } from "#web/features/photo/choose-store.ts";
import { postgresStore } from "#web/features/photo/photo-store.ts";
import { s3Store } from "#web/features/photo/s3-store.ts";

const FILES = { card: new Uint8Array([1, 2, 3]), full: new Uint8Array([4, 5, 6, 0, 255]) };

let database: ConnectedDatabase;
let bucket: StrictBucket;
beforeAll(async () => {
  [database, bucket] = await Promise.all([connectTestDatabase(), openStrictBucket()]);
});
afterAll(async () => {
  await Promise.all([database.close(), bucket.close()]);
});

/** A photo there can be a picture of. */
async function newPhoto(): Promise<string> {
  const id = randomUUID();
  await database.db.insert(photo).values({ id, owner: `0x${"11".repeat(20)}`, width: 3, height: 3 });
  return id;
}

const other = () => s3Store(bucket.settings);

describe.each([
  ["Postgres", () => postgresStore(database.db)],
  ["a bucket", other],
])("given %s", (_, open) => {
  it("has no picture that nobody put there", async () => expect(await open().get(randomUUID(), "card")).toBeNull());
  it("keeps both sizes of a picture, and gives them back as they were", async () => {
    const [store, id] = [open(), await newPhoto()];
    await store.put(id, FILES);
    expect(new Uint8Array((await store.get(id, "card")) ?? [])).toEqual(FILES.card);
    expect(new Uint8Array((await store.get(id, "full")) ?? [])).toEqual(FILES.full);
  });
  it("removes a picture, and a second time without harm", async () => {
    const [store, id] = [open(), await newPhoto()];
    await store.put(id, FILES);
    await store.remove(id);
    await store.remove(id);
    expect([await store.get(id, "card"), await store.get(id, "full")]).toEqual([null, null]);
  });
  it("puts a picture over what is there of it, and says whether it has all of one", async () => {
    const [store, id] = [open(), await newPhoto()];
    expect(await store.has(id)).toBe(false);
    await store.put(id, { card: FILES.full, full: FILES.card });
    await store.put(id, FILES);
    expect(await store.has(id)).toBe(true);
    expect(new Uint8Array((await store.get(id, "card")) ?? [])).toEqual(FILES.card);
  });
});

describe("given both, while pictures are moved", () => {
  const both = () => bothStores(postgresStore(database.db), other());

  it("puts pictures into the first, reads either, and removes from both", async () => {
    const [id, old] = [await newPhoto(), await newPhoto()];
    await both().put(id, FILES);
    await other().put(old, FILES);
    expect([await other().has(id), await postgresStore(database.db).has(id)]).toEqual([false, true]);
    expect(new Uint8Array((await both().get(old, "full")) ?? [])).toEqual(FILES.full);
    expect(await both().get(randomUUID(), "full")).toBeNull();
    for (const one of [id, old]) await both().remove(one);
    expect([await both().get(id, "card"), await both().get(old, "card")]).toEqual([null, null]);
  });
  it("finds a picture that is moved between the look into the first and the look into the other", async () => {
    const id = await newPhoto();
    await other().put(id, FILES);
    const moves = {
      ...other(),
      get: () =>
        postgresStore(database.db)
          .put(id, FILES)
          .then(() => null),
    };
    expect(await bothStores(postgresStore(database.db), moves).get(id, "card")).toEqual(Buffer.from(FILES.card));
  });
});

describe("given settings", () => {
  const settings = (PHOTO_STORE?: "postgres" | "s3") => ({
    PHOTO_STORE,
    S3_ENDPOINT: bucket.settings.endpoint,
    S3_BUCKET: bucket.settings.bucket,
    S3_REGION: bucket.settings.region,
    S3_ACCESS_KEY_ID: bucket.settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: bucket.settings.secretAccessKey,
  });
  it.each([
    ["a bucket where one is named", undefined, false],
    ["a bucket that is asked for", "s3", false],
    ["Postgres where that is asked for in spite of a bucket", "postgres", true],
  ] as const)("puts pictures into %s, and reads the other, too", async (_, asked, inPostgres) => {
    const [id, old] = [await newPhoto(), await newPhoto()];
    const store = choosePhotoStore(database.db, settings(asked));
    await store.put(id, FILES);
    expect(await postgresStore(database.db).has(id)).toBe(inPostgres);
    await (inPostgres ? other() : postgresStore(database.db)).put(old, FILES);
    expect(await store.get(old, "card")).not.toBeNull();
  });
});

describe("given a bucket", () => {
  it("signs so that a server that checks every byte of it lets it in", async () => {
    await s3Store(bucket.settings).put(randomUUID(), FILES);
    expect(bucket.refused).toEqual([]);
  });
  it("is refused with another secret, and says so", async () => {
    const stranger = s3Store({ ...bucket.settings, secretAccessKey: "guessed" });
    await expect(stranger.put(randomUUID(), FILES)).rejects.toThrow("403");
    expect(bucket.refused.splice(0)).toEqual(["another signature"]);
  });
  it("tries again where the storage has a moment of weakness", async () => {
    const id = randomUUID();
    bucket.failWith.push(500, 503);
    await s3Store(bucket.settings).put(id, FILES);
    expect([...bucket.objects.keys()].filter((key) => key.includes(id))).toHaveLength(2);
  });
  it("is unavailable where nobody answers", async () => {
    const nowhere = s3Store({ ...bucket.settings, endpoint: "http://127.0.0.1:9" });
    await expect(nowhere.get(randomUUID(), "card")).rejects.toMatchObject({ code: "unavailable" });
  });
});
