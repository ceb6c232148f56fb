import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { photo } from "#web/db/schema/photo.ts";
import { createListing, editListing, moveListing } from "#web/features/listing/operations.ts";
import { listOwnListings, readListing } from "#web/features/listing/queries.ts";
import { listPublished } from "#web/features/market/queries.ts";
import type { ListingInput } from "#web/features/listing/schema.ts";
import { LISTING_STEPS, type ListingStatus } from "#web/features/listing/steps.ts";

const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const { photos: _, ...SAID } = EXAMPLE_LISTING;
const STATUSES = Object.keys(LISTING_STEPS) as ListingStatus[];

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [chainMember, reputation]);
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(listing));

async function given(status: ListingStatus): Promise<string> {
  const { id } = await createListing(database.db, INES, EXAMPLE_LISTING, "draft");
  await database.db.update(listing).set({ status }).where(eq(listing.id, id));
  return id;
}

/** Edits what the listing says just now. */
async function edit(who: Address, id: string, said: ListingInput) {
  const [row] = await database.db
    .select({ updatedAt: listing.updatedAt })
    .from(listing)
    .where(sql`${listing.id}::text = ${id}`);
  return editListing(database.db, who, id, said, row?.updatedAt ?? new Date());
}

async function stored(id: string) {
  const [row] = await database.db.select().from(listing).where(eq(listing.id, id));
  return row;
}

describe("given somebody else's listing", () => {
  it("refuses to edit or move it, and changes nothing", async () => {
    const id = await given("published");
    await expect(edit(MAREK, id, { ...EXAMPLE_LISTING, title: "Mine now" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(moveListing(database.db, MAREK, id, "closed")).rejects.toMatchObject({ code: "not_allowed" });
    expect(await stored(id)).toMatchObject({ title: EXAMPLE_LISTING.title, status: "published", owner: INES });
  });
  it("does not even say that a draft exists", async () => {
    const id = await given("draft");
    await expect(edit(MAREK, id, EXAMPLE_LISTING)).rejects.toMatchObject({ code: "not_found" });
    await expect(moveListing(database.db, MAREK, id, "published")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("given no such listing", () => {
  it.each([randomUUID(), "no-id", "", "' or true --"])("refuses to change %j", async (id) => {
    await expect(edit(INES, id, EXAMPLE_LISTING)).rejects.toMatchObject({ code: "not_found" });
    await expect(moveListing(database.db, INES, id, "closed")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("given a closed listing", () => {
  it("refuses to edit it", async () => {
    const id = await given("closed");
    await expect(edit(INES, id, EXAMPLE_LISTING)).rejects.toMatchObject({
      code: "listing_not_open",
    });
  });
});

describe.each(STATUSES)("given one's own %s listing", (from) => {
  it.each(STATUSES.filter((to) => !LISTING_STEPS[from].includes(to)))("refuses the step to %s", async (to) => {
    const id = await given(from);
    await expect(moveListing(database.db, INES, id, to)).rejects.toMatchObject({ code: "listing_not_open" });
    expect(await stored(id)).toMatchObject({ status: from });
  });
  it.each(LISTING_STEPS[from])("takes the step to %s", async (to) => {
    const id = await given(from);
    await moveListing(database.db, INES, id, to);
    expect(await stored(id)).toMatchObject({ status: to });
  });
});

describe("given the owner", () => {
  it.each(["offer", "request"] as const)("keeps an %s as it was written", async (kind) => {
    const { id } = await createListing(database.db, INES, { ...EXAMPLE_LISTING, kind }, "published");
    expect(await stored(id)).toMatchObject({ ...SAID, kind, owner: INES, status: "published" });
  });
  it("replaces what it says, and leaves its status", async () => {
    const id = await given("paused");
    const changed = { ...SAID, title: "Fix your tandem", skills: [], priceMinutes: 525_600, remote: true };
    await edit(INES, id, { ...changed, photos: [] });
    expect(await stored(id)).toMatchObject({ ...changed, status: "paused" });
  });
  it("refuses to write over what has changed since it was read, and lets nothing of it through", async () => {
    const id = await given("published");
    const seen = (await stored(id))?.updatedAt ?? new Date();
    const [mine, theirs] = ["Fix your tandem", "Fix your trike"].map((title) => ({ ...EXAMPLE_LISTING, title }));
    const answers = await Promise.allSettled(
      [mine, theirs].map((said) => editListing(database.db, INES, id, said as ListingInput, seen)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const kept = answers[0]?.status === "fulfilled" ? mine : theirs;
    expect(await stored(id)).toMatchObject({ title: kept?.title });
    await expect(editListing(database.db, INES, id, EXAMPLE_LISTING, seen)).rejects.toMatchObject({ code: "conflict" });
    await moveListing(database.db, INES, id, "closed");
    await expect(editListing(database.db, INES, id, EXAMPLE_LISTING, seen)).rejects.toMatchObject({
      code: "listing_not_open",
    });
  });
  it("lists one's own in every status, and nobody else's", async () => {
    const ids = await Promise.all(STATUSES.map(given));
    await createListing(database.db, MAREK, EXAMPLE_LISTING, "published");
    const own = await listOwnListings(database.db, INES);
    expect(own.map(({ id }) => id).sort()).toEqual(ids.sort());
  });
});

describe("given photos", () => {
  const newPhoto = async (owner: Address) => {
    const [row] = await database.db.insert(photo).values({ owner, width: 640, height: 480 }).returning();
    return row?.id ?? "";
  };
  const shownOn = async (id: string) =>
    (await readListing(database.db, id, INES))?.photos.map(({ id: photoId, alt }) => ({ id: photoId, alt }));

  it("refuses those of somebody else, and writes nothing", async () => {
    const theirs = { ...EXAMPLE_LISTING, photos: [{ id: await newPhoto(MAREK), alt: "" }] };
    await expect(createListing(database.db, INES, theirs, "draft")).rejects.toMatchObject({ code: "photo_gone" });
    expect(await listOwnListings(database.db, INES)).toEqual([]);
  });
  it("refuses those that are not there, and leaves what was shown", async () => {
    const photos = [{ id: await newPhoto(INES), alt: "A bike" }];
    const { id } = await createListing(database.db, INES, { ...EXAMPLE_LISTING, photos }, "draft");
    const gone = { ...EXAMPLE_LISTING, photos: [{ id: randomUUID(), alt: "" }] };
    await expect(edit(INES, id, gone)).rejects.toMatchObject({ code: "photo_gone" });
    expect(await shownOn(id)).toEqual(photos);
  });
  it("refuses one that another listing shows", async () => {
    const photos = [{ id: await newPhoto(INES), alt: "" }];
    await createListing(database.db, INES, { ...EXAMPLE_LISTING, photos }, "draft");
    await expect(createListing(database.db, INES, { ...EXAMPLE_LISTING, photos }, "draft")).rejects.toMatchObject({
      code: "photo_gone",
    });
  });
  it("shows them in their order, also once it has changed", async () => {
    const photos = [
      { id: await newPhoto(INES), alt: "A bike" },
      { id: await newPhoto(INES), alt: "A wheel" },
    ];
    const { id } = await createListing(database.db, INES, { ...EXAMPLE_LISTING, photos }, "published");
    await edit(INES, id, { ...EXAMPLE_LISTING, photos: photos.toReversed() });
    expect(await shownOn(id)).toEqual(photos.toReversed());
    const [card] = await listPublished(database.db, INES);
    expect(card?.cover).toBe(photos[1]?.id);
  });
});
