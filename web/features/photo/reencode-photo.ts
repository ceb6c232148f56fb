import sharp, { type Metadata, type Sharp } from "sharp";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import type { PhotoSize } from "#web/features/photo/photo-store.ts";
import { sniffImage } from "#web/features/photo/sniff-image.ts";
import { AppError } from "#web/lib/errors.ts";

/** A square cut out of the upright picture, in its pixels. */
export type Crop = { x: number; y: number; side: number };

/** A photo as it is kept: WebP in sRGB, upright, and nothing in it but pixels. */
export type ReencodedPhoto = { files: Record<PhotoSize, Uint8Array>; width: number; height: number };

/** The longest side of each size. */
const LONGEST: Record<PhotoSize, number> = { card: 720, full: 1_920 };
/** Of a face, which is never shown large. */
const LONGEST_SQUARE: Record<PhotoSize, number> = { card: 128, full: 512 };

const QUALITY = 80;
const MOST_SECONDS = 20;

const OPTIONS = {
  limitInputPixels: PHOTO_LIMITS.megapixels * 1_000_000,
  // A file that ends too early or lies about itself is refused, not guessed at.
  failOn: "error",
  sequentialRead: true,
} as const;

// Each picture comes once: nothing is gained by remembering it.
sharp.cache(false);

/**
 * Makes a photo out of what somebody uploaded. Nothing of the file is kept, only its pixels: no place, camera or time.
 * @throws AppError `photo_refused` naming why, before anything large is decoded
 */
export async function reencodePhoto(bytes: Uint8Array, crop?: Crop): Promise<ReencodedPhoto> {
  const kind = sniffImage(bytes);
  if (typeof kind === "object") throw refuse(kind.wrong);
  const head = await readHead(bytes);
  if (head.format !== (kind === "avif" ? "heif" : kind)) throw refuse("broken");
  if ((head.pages ?? 1) > 1) throw refuse("animated");
  const { width, height } = head.autoOrient;
  if (width * height > OPTIONS.limitInputPixels) throw refuse("pixels");
  if (Math.min(width, height) < PHOTO_LIMITS.shortestSide) throw refuse("small");
  if (crop && !isWithin(crop, { width, height })) throw refuse("crop");
  return encode(sharp(bytes, OPTIONS).timeout({ seconds: MOST_SECONDS }).autoOrient(), crop);
}

/** Only the head is read: a picture that would unpack to gigabytes costs nothing here. */
async function readHead(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata();
  } catch (cause) {
    throw refuse("broken", cause);
  }
}

async function encode(upright: Sharp, crop: Crop | undefined): Promise<ReencodedPhoto> {
  try {
    const longest = crop ? LONGEST_SQUARE : LONGEST;
    if (crop) upright.extract({ left: crop.x, top: crop.y, width: crop.side, height: crop.side });
    // Decoded once, at the larger size; the smaller is made from that.
    const full = await upright
      .resize({ width: longest.full, height: longest.full, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = full.info;
    const pixels = () => sharp(full.data, { raw: { width, height, channels } });
    const card = pixels().resize({
      width: longest.card,
      height: longest.card,
      fit: "inside",
      withoutEnlargement: true,
    });
    const [fullFile, cardFile] = [await toWebp(pixels()), await toWebp(card)];
    return { files: { full: fullFile, card: cardFile }, width, height };
  } catch (cause) {
    throw refuse("broken", cause);
  }
}

function toWebp(picture: Sharp): Promise<Buffer> {
  return picture.webp({ quality: QUALITY }).toBuffer();
}

function isWithin({ x, y, side }: Crop, { width, height }: { width: number; height: number }): boolean {
  return side >= PHOTO_LIMITS.shortestSide && x + side <= width && y + side <= height;
}

function refuse(file: string, cause?: unknown): AppError {
  return new AppError("photo_refused", { fields: { file }, cause });
}
