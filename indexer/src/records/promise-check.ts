import { holding, issuer, promiseCheck, token } from "ponder:schema";
import { sql } from "ponder";
import type { Address } from "viem";
import type { ChainedBlock } from "./due.ts";
import { createDue } from "./due.ts";
import type { SqlDb } from "./place.ts";

const due = createDue<Address>();

/** Notes that an issuer's promises changed. */
export function markPromises(address: Address): void {
  due.mark(address);
}

/**
 * Holds the promise records that changed against all that is held, and says loudly where one does not add up: the
 * contract cannot break its equation, so the index would be wrong.
 * @param escrow the escrow's address
 */
export async function checkPromises(db: SqlDb, block: ChainedBlock, escrow: Address): Promise<void> {
  const issuers = due.since(block);
  if (issuers?.length !== 0) {
    // Ponder hands over the rows themselves, whatever the type says.
    const rows = (await db.sql.execute(checkQuery(issuers, escrow))) as unknown as CheckedRow[];
    for (const row of rows) if (Number(row.difference) !== 0) tell(row);
  }
  due.settle(block);
}

type CheckedRow = { issuer: Address; difference: string };

function checkQuery(issuers: readonly Address[] | null, escrow: Address) {
  const chosen = issuers ? sql`where i.address = any(${sql.param(issuers)})` : sql``;
  return sql`
    insert into ${promiseCheck}
        (issuer, minted_minutes, held_minutes, in_escrow_minutes, ended_minutes, difference_minutes)
      select *, minted - held - in_escrow - ended from (
        select i.address, i.minted_minutes minted,
            coalesce(sum(h.minutes) filter (where h.holder <> ${escrow}), 0) held,
            coalesce(sum(h.minutes) filter (where h.holder = ${escrow}), 0) in_escrow,
            i.redeemed_minutes + i.forgiven_minutes + i.withdrawn_minutes + i.lapsed_minutes ended
          from ${issuer} i left join ${token} t on t.issuer = i.address left join ${holding} h on h.token_id = t.id
          ${chosen} group by i.address) sums
      on conflict (issuer) do update set minted_minutes = excluded.minted_minutes, held_minutes = excluded.held_minutes,
        in_escrow_minutes = excluded.in_escrow_minutes, ended_minutes = excluded.ended_minutes,
        difference_minutes = excluded.difference_minutes
      returning issuer, difference_minutes difference`;
}

function tell({ issuer: address, difference }: CheckedRow): void {
  console.error(`The promises of ${address} do not add up by ${difference} minutes: the index is wrong.`);
}
