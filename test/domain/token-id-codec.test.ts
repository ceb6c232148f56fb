import { concat, keccak256, numberToBytes } from "viem";
import { expect, it } from "vitest";
import { isTokenId, packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { UNITS } from "#domain/units.ts";

const IDS = 100_000;
/** `test/contracts/libraries/TokenId.t.sol` works it out too. */
const DIGEST = "0xcbedfb69a9efe9240d6abedf00f1e4294f5a8af6959ca6c473ac55667c1efc62";

const word = (value: bigint) => numberToBytes(value, { size: 32 });
const bits = (seed: bigint, from: bigint, count: bigint) => (seed >> from) & (2n ** count - 1n);

it("packs a hundred thousand ids as the contracts do, and reads them back", { timeout: 60_000 }, () => {
  let digest = word(0n);
  for (let i = 0; i < IDS; i += 1) {
    const seed = BigInt(keccak256(word(BigInt(i))));
    const parts = {
      issuer: `0x${bits(seed, 0n, 160n).toString(16).padStart(40, "0")}` as const,
      unit: UNITS[Number(bits(seed, 160n, 8n)) % 3]!,
      expiry: Number(bits(seed, 168n, 40n)),
    };
    const id = packTokenId(parts);
    const read = unpackTokenId(id);
    if (read.issuer !== parts.issuer || read.unit !== parts.unit || read.expiry !== parts.expiry) {
      expect(read).toEqual(parts);
    }
    const flipped = id ^ (1n << bits(seed, 208n, 8n));
    digest = keccak256(concat([digest, word(id), word(isTokenId(flipped) ? 1n : 0n)]), "bytes");
  }
  expect(`0x${Buffer.from(digest).toString("hex")}`).toBe(DIGEST);
});
