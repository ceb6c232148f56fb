import { createHash } from "node:crypto";
import { asc, count, eq, gt } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { photo } from "#web/db/schema/photo.ts";
import { PHOTO_SIZES, type PhotoFiles, type PhotoShelf, type PhotoStore } from "#web/features/photo/photo-store.ts";

/** Each takes two connections of the pool: one holds its row, one does the work. */
const PHOTOS_AT_ONCE = 4;
const ROWS_AT_ONCE = 200;
/** Below every id. */
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** How far a move has come: of all photos, those now moved, those that were there already, and those nowhere. */
export type MoveProgress = { all: number; moved: number; there: number; lost: string[] };

/** A copy that reads differently from what was written. The original stays. */
export class CopyDiffersError extends Error {
  override readonly name = "CopyDiffersError";
  constructor(id: string) {
    super(`the copy of photo ${id} is not what was written`);
  }
}

/**
 * Moves every picture from one store to the other: each is written, read again and compared before the original goes. It
 * can be ended anywhere and begun anew; photos uploaded or removed meanwhile are left whole.
 * @throws CopyDiffersError, and whatever a store throws; no picture is in neither store then
 */
export async function movePhotos(
  db: Database,
  { from, to }: { from: PhotoShelf; to: PhotoShelf },
  tell: (progress: MoveProgress) => void = () => undefined,
): Promise<MoveProgress> {
  const [counted] = await db.select({ count: count() }).from(photo);
  const progress: MoveProgress = { all: counted?.count ?? 0, moved: 0, there: 0, lost: [] };
  for (let after = BEFORE_ALL; ;) {
    const rows = await db
      .select({ id: photo.id })
      .from(photo)
      .where(gt(photo.id, after))
      .orderBy(asc(photo.id))
      .limit(ROWS_AT_ONCE);
    const last = rows.at(-1);
    if (!last) return progress;
    const waiting = rows.values();
    const work = async () => {
      for (const { id } of waiting) {
        const end = await movePhoto(db, id, { from, to });
        if (end === "lost") progress.lost.push(id);
        else if (end !== "removed") progress[end] += 1;
        tell(progress);
      }
    };
    await Promise.all(Array.from({ length: PHOTOS_AT_ONCE }, work));
    after = last.id;
  }
}

/** Holds its row meanwhile: who would remove the photo, or move it as well, waits; who would show it does not. */
async function movePhoto(
  db: Database,
  id: string,
  { from, to }: { from: PhotoShelf; to: PhotoShelf },
): Promise<"moved" | "there" | "lost" | "removed"> {
  return db.transaction(async (holding) => {
    const held = await holding.select({ id: photo.id }).from(photo).where(eq(photo.id, id)).for("no key update");
    if (held.length === 0) return "removed";
    const original = await readFiles(from, id);
    if (!original) return (await to.has(id)) ? (await from.remove(id), "there") : "lost";
    await to.put(id, original);
    const copy = await readFiles(to, id);
    if (!copy || PHOTO_SIZES.some((size) => digest(copy[size]) !== digest(original[size])))
      throw new CopyDiffersError(id);
    await from.remove(id);
    return "moved";
  });
}

/** @returns null where not all sizes are there */
async function readFiles(store: PhotoStore, id: string): Promise<PhotoFiles | null> {
  const [card, full] = [await store.get(id, "card"), await store.get(id, "full")];
  return card && full && { card, full };
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
