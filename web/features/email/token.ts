import { createHash, randomBytes } from "node:crypto";
import type { Hex } from "viem";

/** How long a link in a mail can be opened. */
export const LINK_HOURS = 24;

/** A fresh token for a link. */
export function drawToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: whoever reads it there cannot open the link. */
export function hashToken(token: string): Hex {
  return `0x${createHash("sha256").update(token).digest("hex")}`;
}
