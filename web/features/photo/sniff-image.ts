/** Pictures that are taken. */
export type ImageKind = "jpeg" | "png" | "webp" | "avif";

/** Why another file is not; the key of its sentence. */
export type WrongKind = "animated" | "vector" | "heic" | "kind";

/**
 * What a file is by its first bytes; what it is called does not matter.
 * @returns the kind it has to turn out to be, or why it is none
 */
export function sniffImage(bytes: Uint8Array): ImageKind | { wrong: WrongKind } {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return isAnimatedPng(bytes) ? ANIMATED : "png";
  const start = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return isAnimatedWebp(bytes) ? ANIMATED : "webp";
  if (start.slice(4, 8) === "ftyp") return sniffBoxes(start);
  if (start.startsWith("GIF8")) return ANIMATED;
  if (/<(\?xml|!doctype|svg)/i.test(start)) return { wrong: "vector" };
  return { wrong: "kind" };
}

const ANIMATED = { wrong: "animated" } as const;

/** ISO media files name what they are compatible with. */
function sniffBoxes(start: string): ImageKind | { wrong: WrongKind } {
  const brands = start.slice(8, 64);
  if (brands.includes("avis")) return ANIMATED;
  if (brands.startsWith("avif")) return "avif";
  return { wrong: /^(heic|heix|heim|heis|hevc|mif1|msf1)/.test(brands) ? "heic" : "kind" };
}

/** An animated PNG says so in a chunk before its picture's. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** The second bit of an extended WebP's flags. */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  const extended = Buffer.from(bytes.subarray(12, 16)).toString("latin1") === "VP8X";
  return extended && ((bytes[20] ?? 0) & 0b10) !== 0;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
