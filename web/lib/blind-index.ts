import { createHmac } from "node:crypto";
import type { Hex } from "viem";

/**
 * A value's mark, the same for the same value: it can be looked up and held unique, and nobody without the key can
 * tell the value from it, nor try values out.
 * @param field `table.column`, so that one value has other marks elsewhere
 */
export function blindIndex(key: Buffer, field: string, value: string): Hex {
  return `0x${createHmac("sha256", key).update(`${field}:${value}`).digest("hex")}`;
}
