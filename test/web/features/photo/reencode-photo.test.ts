import fc from "fast-check";
import sharp, { type Metadata } from "sharp";
import { describe, expect, it } from "vitest";
import { gifBomb, jpegWithJunkProfile, picture, pngOf } from "#test/web/features/photo/pictures.ts";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import { reencodePhoto } from "#web/features/photo/reencode-photo.ts";
import english from "#web/messages/en/photo.json" with { type: "json" };

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>`;

async function jpeg(): Promise<Buffer> {
  return picture().jpeg().toBuffer();
}

describe("given a file that is no picture to keep", () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ["nothing at all", "kind", () => Buffer.alloc(0)],
    ["words", "kind", () => Buffer.from("not a picture")],
    ["a page", "vector", () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a drawing with a script", "vector", () => Buffer.from(SVG)],
    ["a drawing behind a declaration", "vector", () => Buffer.from(`\n<?xml version="1.0"?>${SVG}`)],
    ["a program", "kind", () => Buffer.from("MZ\x90\0".padEnd(200, "\0"), "latin1")],
    ["a PDF", "kind", () => Buffer.from("%PDF-1.7\n")],
    ["a GIF that unpacks to four billion pixels", "animated", gifBomb],
    ["an animated WebP", "animated", animatedWebp],
    ["an animated PNG", "animated", () => pngOf(100, 100, [{ name: "acTL", data: Buffer.alloc(8) }])],
    ["a HEIC", "heic", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")],
    ["the first bytes of a JPEG before a page", "broken", () => withMagic([0xff, 0xd8, 0xff, 0xe0])],
    [
      "the first bytes of a PNG before a page",
      "broken",
      () => withMagic([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]),
    ],
    ["a JPEG cut off in its head", "broken", async () => (await jpeg()).subarray(0, 100)],
    [
      "a JPEG cut off in the middle",
      "broken",
      async () => noisy().then((whole) => whole.subarray(0, whole.length / 2)),
    ],
    ["a PNG whose pixels are missing", "broken", () => pngOf(400, 400)],
    ["a PNG that says it is 50,000 pixels square", "pixels", () => pngOf(50_000, 50_000)],
    ["a PNG as long as pictures can be, and one pixel high", "small", () => pngOf(400_000, 1)],
    ["a picture too small to see", "small", () => picture(63, 200).png().toBuffer()],
  ])("refuses %s with the sentence “%s”", async (_, file, make) => {
    await expect(reencodePhoto(await make())).rejects.toMatchObject({ code: "photo_refused", fields: { file } });
    expect(english.problem).toHaveProperty(file);
  });
  it("refuses every beginning of a picture, and any bytes, without another error", async () => {
    const whole = await jpeg();
    const pieces = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((noise) => Buffer.concat([whole.subarray(0, 4), noise])),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (bytes) => {
        await expect(reencodePhoto(bytes)).rejects.toMatchObject({ code: "photo_refused" });
      }),
      { numRuns: 60 },
    );
  });
  it.each([
    { x: 100, y: 0, side: 101 },
    { x: 0, y: 200, side: 64 },
    { x: 0, y: 0, side: 63 },
  ])("refuses the square %j, which is not in the picture or too small", async (crop) => {
    await expect(reencodePhoto(await picture(200, 200).png().toBuffer(), crop)).rejects.toMatchObject({
      code: "photo_refused",
      fields: { file: "crop" },
    });
  });
});

describe("given a picture", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("keeps a %s as WebP in two sizes", async (format) => {
    const { files, width, height } = await reencodePhoto(await picture(800, 500).toFormat(format).toBuffer());
    expect([width, height]).toEqual([800, 500]);
    expect(await sharp(files.full).metadata()).toMatchObject({
      format: "webp",
      width: 800,
      height: 500,
      space: "srgb",
    });
    expect(await sharp(files.card).metadata()).toMatchObject({ format: "webp", width: 720, height: 450 });
  });
  it("makes a large one no larger than screens show", async () => {
    expect(await reencodePhoto(await picture(2_400, 1_600).jpeg().toBuffer())).toMatchObject({
      width: 1_920,
      height: 1_280,
    });
  });
  it("tells nothing of where, when and with what it was taken", async () => {
    const exif = {
      IFD0: { Make: "SecretCam", Copyright: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 30/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "13/1 24/1 0/1" },
    };
    const taken = await picture().withExif(exif).withXmp("<x:xmpmeta>SecretPlace</x:xmpmeta>").jpeg().toBuffer();
    expect(taken.includes("SecretCam") && taken.includes("SecretPlace")).toBe(true);
    for (const file of Object.values((await reencodePhoto(taken)).files)) {
      const head = await sharp(file).metadata();
      expect([head.exif, head.xmp, head.iptc, head.icc]).toEqual([undefined, undefined, undefined, undefined]);
      for (const secret of ["SecretCam", "SecretPlace", "Exif", "GPS"])
        expect(Buffer.from(file).includes(secret)).toBe(false);
    }
  });
  it("turns it upright as the camera was held", async () => {
    const sideways = await picture(300, 200)
      .withExif({ IFD0: { Orientation: "6" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await reencodePhoto(sideways)).toMatchObject({ width: 200, height: 300 });
  });
  it("brings other colour spaces into sRGB, and a junk profile to nothing", async () => {
    const inks = await picture().toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(inks).metadata()).space).toBe("cmyk");
    for (const bytes of [inks, await jpegWithJunkProfile()]) {
      const { files } = await reencodePhoto(bytes);
      expect(await sharp(files.full).metadata()).toSatisfy(
        ({ space, icc }: Metadata) => space === "srgb" && icc === undefined,
      );
    }
  });
  it("keeps nothing of what is hidden behind it", async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from("<script>alert(document.domain)</script>PK\x03\x04")]);
    const { files } = await reencodePhoto(polyglot);
    for (const file of Object.values(files)) expect(Buffer.from(file).includes("script")).toBe(false);
  });
  it("cuts the chosen square out of the upright picture", async () => {
    const left = await picture(200, 200).png().toBuffer();
    const both = await sharp({ create: { width: 400, height: 200, channels: 3, background: { r: 0, g: 0, b: 255 } } })
      .composite([{ input: left, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const { files, width, height } = await reencodePhoto(both, { x: 220, y: 10, side: 150 });
    expect([width, height]).toEqual([150, 150]);
    const [red = 255, , blue = 0] = await sharp(files.full).raw().toBuffer();
    expect(red).toBeLessThan(20);
    expect(blue).toBeGreaterThan(230);
  });
  it("has limits that pictures of phones fit in", () => {
    expect(PHOTO_LIMITS.bytes).toBe(PHOTO_LIMITS.megabytes * 1_048_576);
  });
});

async function animatedWebp(): Promise<Buffer> {
  const frames = Buffer.alloc(80 * 160 * 3, 7).fill(200, 80 * 80 * 3);
  return sharp(frames, { raw: { width: 80, height: 160, channels: 3, pageHeight: 80 } })
    .webp({ loop: 0 })
    .toBuffer();
}

async function noisy(): Promise<Buffer> {
  return sharp({
    create: {
      width: 800,
      height: 800,
      channels: 3,
      background: "gray",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
}

function withMagic(magic: number[]): Buffer {
  return Buffer.concat([Buffer.from(magic), Buffer.from("<html><script>alert(1)</script></html>".padEnd(400))]);
}
