import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { toMinutes, type Unit } from "#domain/units.ts";
import { compareEach, expectEqual, readAt, readRows, type Sides } from "./sides.ts";

type TokenRow = {
  id: string;
  issuer: Address;
  unit: Unit;
  expiry: string;
  minted: string;
  burned: string;
  created_at: string;
};
type HoldingRow = { token_id: string; holder: Address; amount: string; minutes: string };

/** Every id's supply and every holding against the token; holdings add up to the supply. */
export async function compareTokens(sides: Sides): Promise<void> {
  const token = readAt(sides, sides.contracts.token, timeTokenAbi);
  const held = new Map<string, bigint>();
  await compareEach(await readRows<HoldingRow>(sides, "select * from chain.holding"), async (row) => {
    const id = BigInt(row.token_id);
    const args = [row.holder, id] as const;
    const balance = await sides.client.readContract({ ...token, functionName: "balanceOf", args });
    expectEqual(sides, `holding of ${row.holder} of ${id}`, row.amount, balance);
    expectEqual(sides, `minutes ${row.holder} holds of ${id}`, row.minutes, toMinutes(balance, unpackTokenId(id).unit));
    held.set(row.token_id, (held.get(row.token_id) ?? 0n) + balance);
  });
  await compareEach(await readRows<TokenRow>(sides, "select * from chain.token"), async (row) => {
    const id = BigInt(row.id);
    const supply = await sides.client.readContract({ ...token, functionName: "supplyOf", args: [id] });
    expectEqual(sides, `id of ${row.issuer}`, id, packTokenId({ ...row, expiry: Number(row.expiry) }));
    expectEqual(sides, `minted of ${id}`, row.minted, supply.minted);
    expectEqual(sides, `burned of ${id}`, row.burned, supply.burned);
    expectEqual(sides, `first second of ${id}`, row.created_at, supply.createdAt);
    expectEqual(sides, `all holdings of ${id}`, held.get(row.id) ?? 0n, supply.minted - supply.burned);
  });
}
