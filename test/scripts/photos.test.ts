import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { childEnv } from "#scripts/env.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { ROOT } from "#scripts/root.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { openStrictBucket, type StrictBucket } from "#test/web/features/photo/strict-bucket.ts";
import { photo, photoFile } from "#web/db/schema/photo.ts";
import { prunePhotos } from "#web/features/photo/operations.ts";
import { bothStores } from "#web/features/photo/both-stores.ts";
import { postgresStore } from "#web/features/photo/photo-store.ts";
import { s3Store } from "#web/features/photo/s3-store.ts";

const PHOTOS = 12;
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

let database: ConnectedDatabase;
let bucket: StrictBucket;
beforeAll(async () => {
  [database, bucket] = await Promise.all([connectTestDatabase(), openStrictBucket()]);
});
afterAll(() => Promise.all([database.close(), bucket.close()]));
beforeEach(async () => {
  bucket.meet = () => undefined;
  bucket.objects.clear();
  bucket.refused.length = 0;
  await database.db.delete(photo);
});

type Place = "postgres" | "s3";
type Ended = { code: unknown; out: string; said: string };

const storeOf = (place: Place) => (place === "s3" ? s3Store(bucket.settings) : postgresStore(database.db));
const otherThan = (place: Place): Place => (place === "s3" ? "postgres" : "s3");

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { endpoint, bucket: name, region, accessKeyId, secretAccessKey } = bucket.settings;
  return childEnv({
    DATABASE_URL: database.url,
    S3_ENDPOINT: endpoint,
    S3_BUCKET: name,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    PHOTO_STORE: "",
    ...settings,
  });
}

/** The command as a person runs it. */
function photos(args: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: environment(settings) };
    execFile(process.execPath, ["scripts/photos.ts", ...args], options, (error, out, said) =>
      resolve({ code: error?.code ?? 0, out, said }),
    );
  });
}

const move = (to: Place, settings: Record<string, string> = {}) =>
  photos(["move", "--to", to], { PHOTO_STORE: to, ...settings });

/** A picture's bytes: its own, so that one can never pass for another. */
const filesOf = (id: string) => ({ card: Buffer.from(`card of ${id}`), full: Buffer.from(`full of ${id}\0\xff`) });

async function keepPhotos(place: Place, count = PHOTOS): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID()).sort();
  const rows = ids.map((id) => ({ id, owner: `0x${"11".repeat(20)}` as const, width: 3, height: 3 }));
  await database.db.insert(photo).values(rows);
  for (const id of ids) await storeOf(place).put(id, filesOf(id));
  return ids;
}

/** Which of them a place has, whole and unchanged. */
async function wholeIn(place: Place, ids: readonly string[]): Promise<string[]> {
  const whole = [];
  for (const id of ids) {
    const [card, full] = [await storeOf(place).get(id, "card"), await storeOf(place).get(id, "full")];
    if (card && full && filesOf(id).card.equals(card) && filesOf(id).full.equals(full)) whole.push(id);
  }
  return whole;
}

const refused = (sentence: RegExp) => ({ code: 1, out: "", said: expect.stringMatching(sentence) as string });

describe("given a command that cannot be followed", () => {
  it("says so, each time in a sentence, and moves nothing", async () => {
    const ids = await keepPhotos("postgres", 1);
    const none = { S3_ENDPOINT: "", S3_BUCKET: "", S3_ACCESS_KEY_ID: "", S3_SECRET_ACCESS_KEY: "" };
    const elsewhere = new URL(database.url);
    elsewhere.pathname = "/postgres";
    const cases: [Promise<Ended>, RegExp][] = [
      [photos([]), /^photos: Say where to: .+\.\n$/],
      [photos(["move", "--to", "disk"]), /^photos: Say where to: .+\.\n$/],
      [photos(["move", "--to", "s3", "--now"]), /^photos: Say where to: .+\.\n$/],
      [photos(["move", "--to", "s3"], none), /^photos: There is no bucket .+S3_ENDPOINT is not set\.\n$/],
      [move("s3", { S3_BUCKET: "" }), /^photos: .+not complete:\n[^]+needed where PHOTO_STORE is set/],
      [photos(["move", "--to", "postgres"]), /^photos: New photos still go elsewhere: set PHOTO_STORE=postgres/],
      [move("s3", { PHOTO_STORE: "postgres" }), /^photos: New photos still go elsewhere: set PHOTO_STORE=s3/],
      [move("s3", { S3_SECRET_ACCESS_KEY: "guessed" }), /^photos: The bucket .+cannot be used \(.+403.+\)\.\n$/],
      [move("s3", { S3_BUCKET: "another" }), /^photos: The bucket .+cannot be used \(.+NoSuchBucket.+\)\.\n$/],
      [move("s3", { S3_ENDPOINT: "http://127.0.0.1:9" }), /^photos: The bucket .+cannot be used \(.+\)\.\n$/],
      [
        move("s3", { DATABASE_URL: `postgresql://nobody@127.0.0.1:${await freePort()}/none` }),
        /^photos: The database at DATABASE_URL cannot be used \(.+\)\.\n$/,
      ],
      [move("s3", { DATABASE_URL: elsewhere.href }), /^photos: The database at DATABASE_URL has no photos: .+\.\n$/],
    ];
    for (const [ended, sentence] of cases) expect(await ended).toEqual(refused(sentence));
    expect(await wholeIn("postgres", ids)).toEqual(ids);
    expect(bucket.objects.size).toBe(0);
  });
});

describe.each(["s3", "postgres"] as const)("given pictures that are to go to %s", (to) => {
  const from = otherThan(to);
  const where = to === "s3" ? "in the bucket" : "in Postgres";

  it("moves all of them, leaves nothing behind, and does nothing the second time", async () => {
    const ids = await keepPhotos(from);
    expect(await move(to)).toEqual({
      code: 0,
      out: `${PHOTOS} photos were moved, 0 were ${where} already.\n`,
      said: "",
    });
    expect([await wholeIn(to, ids), await wholeIn(from, ids)]).toEqual([ids, []]);
    expect([bucket.objects.size, await database.db.$count(photoFile)]).toEqual(
      to === "s3" ? [2 * PHOTOS, 0] : [0, 2 * PHOTOS],
    );
    expect(await move(to)).toMatchObject({
      code: 0,
      out: `0 photos were moved, ${PHOTOS} were ${where} already.\n`,
    });
    expect(await wholeIn(to, ids)).toEqual(ids);
  });

  const moments = to === "s3" ? ["PUT", "GET"] : ["GET", "DELETE"];
  it.each(moments)("loses none when it is killed at a %s, and ends what it began when it is run again", async (at) => {
    const ids = await keepPhotos(from);
    let met = 0;
    // The trial of the bucket, and some pictures, pass; then the storage is silent.
    const silence = new Promise<void>((resolve) => {
      bucket.meet = (method) => {
        if (method !== at || ++met <= PHOTOS) return;
        resolve();
        return new Promise(() => undefined);
      };
    });
    const child = spawn(process.execPath, ["scripts/photos.ts", "move", "--to", to], {
      cwd: ROOT,
      env: environment({ PHOTO_STORE: to }),
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    await silence;
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    bucket.meet = () => undefined;
    const [here, there] = [await wholeIn(from, ids), await wholeIn(to, ids)];
    expect(new Set([...here, ...there]).size).toBe(PHOTOS);
    expect(here.length).toBeGreaterThan(0);
    expect(here.length).toBeLessThan(PHOTOS);
    expect(await move(to)).toMatchObject({ code: 0, said: "" });
    expect([await wholeIn(to, ids), await wholeIn(from, ids)]).toEqual([ids, []]);
  });
});

describe("given storage that cannot be trusted", () => {
  it("keeps the original where the copy reads differently, and names the photo", async () => {
    const ids = await keepPhotos("postgres", 2);
    const [, spoilt = ""] = ids;
    bucket.meet = (method, url) => {
      if (method === "GET" && url.includes(`${spoilt}-full`)) bucket.objects.set(url, Buffer.from("something else"));
    };
    const { code, said } = await move("s3");
    expect([code, said]).toEqual([1, expect.stringMatching(`^photos: It stopped: the copy of photo ${spoilt} is not`)]);
    expect(await wholeIn("postgres", ids)).toContain(spoilt);
    bucket.meet = () => undefined;
    expect(await move("s3")).toMatchObject({ code: 0 });
    expect(await wholeIn("s3", ids)).toEqual(ids);
  });
  it("moves the others, and says which photo is nowhere", async () => {
    const ids = await keepPhotos("s3", 3);
    const [, gone = "", ...rest] = ids;
    await storeOf("s3").remove(gone);
    const { code, out, said } = await move("postgres");
    expect([code, out]).toEqual([1, "2 photos were moved, 0 were in Postgres already.\n"]);
    expect(said).toMatch(new RegExp(`^photos: 1 photos are neither in Postgres nor in the bucket.+${gone}\\.`));
    expect(await wholeIn("postgres", ids)).toEqual([ids[0], ...rest]);
  });
});

describe("given a photo that is removed while it is moved", () => {
  it("lets the removal wait, and leaves it in neither store", async () => {
    const [id = ""] = await keepPhotos("postgres", 1);
    await database.db.update(photo).set({ createdAt: LONG_AGO }).where(eq(photo.id, id));
    let release: () => void = () => undefined;
    const atPut = new Promise<void>((resolve) => {
      bucket.meet = (method, url) => {
        if (method !== "PUT" || !url.includes(id)) return;
        resolve();
        return new Promise((go) => (release = go));
      };
    });
    const moving = move("s3");
    await atPut;
    let removed = false;
    const storeIn = () => bothStores(storeOf("s3"), storeOf("postgres"));
    const removal = prunePhotos({ db: database.db, storeIn }, new Date()).finally(() => (removed = true));
    await sleep(100);
    expect(removed).toBe(false);
    bucket.meet = () => undefined;
    release();
    expect(await moving).toMatchObject({ code: 0, out: expect.stringMatching(/^1 photos were moved/) as string });
    expect(await removal).toBe(1);
    expect([bucket.objects.size, await database.db.$count(photoFile)]).toEqual([0, 0]);
  });
});
