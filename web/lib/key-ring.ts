import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";
const CIPHER = "aes-256-gcm";

/** The keys values are encrypted with at rest. New values go under the first; the others still read what they wrote. */
export type KeyRing = { newest: string; keys: ReadonlyMap<string, Buffer> };

/** Where a value stands: it can be read back there alone, so that no row can be given another's. */
export type SealedPlace = { /** `table.column` */ column: string; id: string };

/** What is wrong with a key ring or a sealed value. */
export class KeyRingError extends Error {
  override readonly name = "KeyRingError";
}

/**
 * Reads a key ring as the environment holds it: `id:key` separated by commas, the newest first, each key 32 bytes in
 * base64.
 * @throws KeyRingError naming the entry that is wrong, never its key
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.split(",").map((entry) => parseEntry(entry.trim()));
  const keys = new Map(entries);
  const [newest] = entries;
  if (!newest) throw new KeyRingError("there is no key in it");
  if (keys.size < entries.length) throw new KeyRingError("two keys have the same id");
  return { newest: newest[0], keys };
}

function parseEntry(entry: string): [string, Buffer] {
  const [id = "", key] = entry.split(":");
  if (!/^[a-z0-9-]{1,32}$/.test(id) || key === undefined)
    throw new KeyRingError("every key is written id:key, its id in small letters, digits and hyphens");
  return [id, parseKey(key, `key ${id}`)];
}

/**
 * Reads one key of 32 bytes in base64.
 * @throws KeyRingError
 */
export function parseKey(text: string, name: string): Buffer {
  const key = Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES) throw new KeyRingError(`${name} is ${key.length} bytes long instead of ${KEY_BYTES}`);
  return key;
}

/** @returns a fresh key, in base64 */
export function drawKey(): string {
  return randomBytes(KEY_BYTES).toString("base64");
}

/** Encrypts a value for its place under the newest key: `v1.keyId.iv.ciphertext.tag`. */
export function seal({ newest, keys }: KeyRing, place: SealedPlace, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(keys, newest), iv).setAAD(boundTo(place));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [VERSION, newest, ...[iv, text, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/**
 * Decrypts a value where it stands.
 * @throws KeyRingError for a key that is not in the ring, and for a value that was changed or stands elsewhere
 */
export function unseal({ keys }: KeyRing, place: SealedPlace, sealed: string): string {
  const { keyId, iv, text, tag } = takeApart(sealed);
  const key = keyOf(keys, keyId);
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(boundTo(place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new KeyRingError(`a value of ${place.column} cannot be read: it was changed, or belongs elsewhere`, {
      cause,
    });
  }
}

/** @returns the id of the key a value is under */
export function keyIdOf(sealed: string): string {
  return takeApart(sealed).keyId;
}

function takeApart(sealed: string) {
  const parts = sealed.split(".");
  const [version, keyId = "", ...rest] = parts;
  if (version !== VERSION || parts.length !== 5) throw new KeyRingError("a value is not one this key ring wrote");
  const [iv, text, tag] = rest.map((part) => Buffer.from(part, "base64url"));
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !text)
    throw new KeyRingError("a value is not one this key ring wrote");
  return { keyId, iv, text, tag };
}

function keyOf(keys: KeyRing["keys"], id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new KeyRingError(`the key ring has no key ${id}`);
  return key;
}

function boundTo({ column, id }: SealedPlace): Buffer {
  return Buffer.from(`${column}:${id}`, "utf8");
}
