import type { Address } from "viem";
import { creditLine } from "#domain/credit-line.ts";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { compareEach, expectEqual, readAt, readRows, type Sides } from "./sides.ts";

type IssuerRow = {
  address: Address;
  minted: number;
  outstanding: number;
  in_escrow: number;
  redeemed: number;
  forgiven: number;
  withdrawn: number;
  lapsed: number;
  since: number;
  held_by_escrow: number;
  held_by_others: number;
  moved: Record<string, number> | null;
};

/** Minutes fit a double by far; Postgres would hand an int8 over as text. */
const SELECT = `
  select i.address,
    i.minted_minutes::float8 minted, i.outstanding_minutes::float8 outstanding, i.in_escrow_minutes::float8 in_escrow,
    i.redeemed_minutes::float8 redeemed, i.forgiven_minutes::float8 forgiven, i.withdrawn_minutes::float8 withdrawn,
    i.lapsed_minutes::float8 lapsed, i.since::float8 since,
    coalesce((select sum(h.minutes) from chain.holding h join chain.token t on t.id = h.token_id
      where t.issuer = i.address and h.holder = ESCROW), 0)::float8 held_by_escrow,
    coalesce((select sum(h.minutes) from chain.holding h join chain.token t on t.id = h.token_id
      where t.issuer = i.address and h.holder <> ESCROW), 0)::float8 held_by_others,
    (select jsonb_object_agg(kind, minutes) from (select x.kind, sum(x.minutes)::float8 minutes from chain.transfer x
      join chain.token t on t.id = x.token_id where t.issuer = i.address group by x.kind) kinds) moved
  from chain.issuer i`;

/** Every issuer's record and credit line against the token, the promise equation, and the moves' kinds against both. */
export async function comparePromises(sides: Sides): Promise<void> {
  const token = readAt(sides, sides.contracts.token, timeTokenAbi);
  const escrow = `'${sides.contracts.escrow.toLowerCase()}'`;
  await compareEach(await readRows<IssuerRow>(sides, SELECT.replaceAll("ESCROW", escrow)), async (row) => {
    const args = [row.address] as const;
    const record = await sides.client.readContract({ ...token, functionName: "issuerRecord", args });
    const line = await sides.client.readContract({ ...token, functionName: "creditLine", args });
    const now = Number(sides.block.timestamp);
    expectEqual(sides, `outstanding of ${row.address}`, row.outstanding, record.outstandingMinutes);
    expectEqual(sides, `redeemed of ${row.address}`, row.redeemed, record.redeemedMinutes);
    expectEqual(sides, `first mint of ${row.address}`, row.since, record.since);
    expectEqual(
      sides,
      `credit line of ${row.address}`,
      creditLine({ ...row, redeemedMinutes: row.redeemed, now }),
      line,
    );

    const ended = row.redeemed + row.forgiven + row.withdrawn + row.lapsed;
    expectEqual(sides, `promise equation of ${row.address}`, row.minted, row.outstanding + ended);
    expectEqual(sides, `promises of ${row.address} in escrow`, row.in_escrow, row.held_by_escrow);
    expectEqual(sides, `promises of ${row.address} held`, row.outstanding - row.in_escrow, row.held_by_others);

    const moved = (kind: string) => row.moved?.[kind] ?? 0;
    expectEqual(sides, `minted by ${row.address}, move by move`, moved("mint"), row.minted);
    for (const [kind, minutes] of [
      ["redeem", row.redeemed],
      ["forgive", row.forgiven],
      ["withdraw", row.withdrawn],
      ["lapse", row.lapsed],
      ["convert_out", moved("convert_in")],
      ["renew_out", moved("renew_in")],
    ] as const) {
      expectEqual(sides, `${kind} of ${row.address}, move by move`, moved(kind), minutes);
    }
  });
}
