import { eq } from "drizzle-orm";
import sharp from "sharp";
import { listingPhoto } from "#web/db/schema/listing-photo.ts";
import { member } from "#web/db/schema/member.ts";
import { photo } from "#web/db/schema/photo.ts";
import type { PhotoContext } from "#web/features/photo/operations.ts";
import { reencodePhoto } from "#web/features/photo/reencode-photo.ts";
import { addressOf } from "./accounts.ts";
import { drawApples, drawButtons, drawCups, drawFace, drawKeys, drawWheels } from "./drawings.ts";
import { uuidOf } from "./fixed-random.ts";
import { LISTINGS, type ListingKey } from "./listings.ts";
import { listingId, toDate } from "./member-rows.ts";
import type { Handle } from "./members.ts";

type DemoPhoto = { alt: string; svg: string };

/** What some listings show, the cover first. */
const SHOWN: Partial<Record<ListingKey, readonly DemoPhoto[]>> = {
  "fix-your-bike": [
    { alt: "Two wheels side by side, one of them without its tyre", svg: drawWheels(32, 2) },
    { alt: "A single wheel close up, trued", svg: drawWheels(200, 1) },
  ],
  "press-your-apples": [
    { alt: "Apples on a shelf, waiting for the press", svg: drawApples(96, 5) },
    { alt: "Three of the best", svg: drawApples(20, 3) },
  ],
  "spanish-over-coffee": [{ alt: "Two cups of coffee on a table, steaming", svg: drawCups(12) }],
  "hems-and-zips": [{ alt: "A row of buttons in every size", svg: drawButtons(338) }],
  "piano-without-an-ear": [{ alt: "The keys of an upright piano", svg: drawKeys(262) }],
};

/** Members with a picture of their own. */
const FACES: readonly Handle[] = ["ines", "marek", "hannah", "omar", "lucia"];

/** Draws the community's pictures and shows them. What is there already stays as its owner has made it. */
export async function seedPhotos(context: PhotoContext, now: number): Promise<void> {
  const { db } = context;
  const listed = LISTINGS.flatMap(({ key, owner, created }) =>
    (SHOWN[key] ?? []).map((shown, position) => ({ ...shown, key, owner, created, position })),
  );
  for (const { key, owner, created, position, svg, alt } of listed) {
    const id = uuidOf("photo", key, String(position));
    if (!(await keep(context, { id, owner, svg, createdAt: toDate(created, now) }))) continue;
    await db.insert(listingPhoto).values({ listingId: listingId(key), photoId: id, position, alt });
  }
  for (const owner of FACES) {
    const id = uuidOf("photo", owner);
    if (!(await keep(context, { id, owner, svg: drawFace(owner), createdAt: toDate(0, now), square: true }))) continue;
    await db
      .update(member)
      .set({ photoId: id })
      .where(eq(member.address, addressOf(owner)));
  }
}

/** @returns whether it was not there yet */
async function keep(
  { db, storeIn }: PhotoContext,
  { id, owner, svg, createdAt, square }: { id: string; owner: Handle; svg: string; createdAt: Date; square?: true },
): Promise<boolean> {
  const there = await db.select({ id: photo.id }).from(photo).where(eq(photo.id, id));
  if (there.length > 0) return false;
  const drawn = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer();
  const { files, width, height } = await reencodePhoto(drawn, square ? { x: 0, y: 0, side: 512 } : undefined);
  await db.insert(photo).values({ id, owner: addressOf(owner), width, height, createdAt });
  await storeIn(db).put(id, files);
  return true;
}
