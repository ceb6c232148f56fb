import { createHash, randomBytes } from "node:crypto";
import type { Hex } from "viem";

const ID_BYTES = 32;

/** A new session's id: 256 random bits, for the cookie alone. */
export function createSessionId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

/** What the database keeps of an id: whoever reads it there cannot sign in with it. */
export function hashSessionId(id: string): Hex {
  return `0x${createHash("sha256").update(id).digest("hex")}`;
}
