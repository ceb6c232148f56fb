import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { openStrictBucket, type StrictBucket } from "#test/web/features/photo/strict-bucket.ts";
import { photo } from "#web/db/schema/photo.ts";
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

describe.each([
  ["Postgres", () => postgresStore(database.db)],
  ["a bucket", () => s3Store(bucket.settings)],
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
