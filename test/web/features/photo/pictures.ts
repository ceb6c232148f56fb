import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

const RED = { r: 200, g: 40, b: 40 };

/** A picture with nothing wrong in it. */
export function picture(width = 320, height = 200) {
  return sharp({ create: { width, height, channels: 3, background: RED } });
}

/** A chunk of a PNG. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG that says it is this large and carries hardly anything. */
export function pngOf(width: number, height: number, extra: { name: string; data: Buffer }[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...extra.map(({ name, data }) => chunk(name, data)),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A GIF of a few bytes that says its canvas is four billion pixels large. */
export function gifBomb(): Buffer {
  return Buffer.concat([
    Buffer.from("GIF89a", "latin1"),
    Buffer.from([0xff, 0xff, 0xff, 0xff, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 2, 2, 0x4c, 1, 0, 0x3b]),
  ]);
}

/** What follows a JPEG's first bytes is a segment of its own: junk that calls itself a colour profile. */
export async function jpegWithJunkProfile(): Promise<Buffer> {
  const jpeg = await picture().jpeg().toBuffer();
  const junk = Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), Buffer.alloc(200, 0xab)]);
  const segment = Buffer.alloc(4);
  segment.set([0xff, 0xe2]);
  segment.writeUInt16BE(junk.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, junk, jpeg.subarray(2)]);
}
