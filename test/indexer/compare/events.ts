import type { Abi, Address } from "viem";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { expectEqual, readRows, type Sides } from "./sides.ts";

type Logged = { eventName: string; args: Record<string, unknown> };
type Count = { name: string; rows: number };

const COUNTS = `
  select 'moves' "name", count(*)::int "rows" from chain.transfer
  union all select 'deals', count(*)::int from chain.deal
  union all select 'steps', count(*)::int from chain.deal_event
  union all select 'evidence', count(*)::int from chain.evidence
  union all select 'ratings', count(*)::int from chain.rating
  union all select 'replies', count(*)::int from chain.rating where reply is not null
  union all select 'changes', count(*)::int from chain.change
  union all select 'unnamed payouts', count(*)::int from chain.transfer where deal_id is null
    and (kind in ('escrow_in', 'escrow_out', 'redeem') or "from" = ESCROW or "to" = ESCROW)`;

/** As many rows as logs: nothing was left out, nothing counted twice, and every move of the escrow names its deal. */
export async function compareEvents(sides: Sides): Promise<void> {
  const { contracts } = sides;
  const token = await readLogs(sides, contracts.token, timeTokenAbi);
  const escrow = await readLogs(sides, contracts.escrow, timeEscrowAbi);
  const book = await readLogs(sides, contracts.ratingBook, ratingBookAbi);
  const named = (logs: Logged[], ...names: string[]) =>
    logs.filter(({ eventName }) => names.includes(eventName)).length;

  const moved = named(token, "TransferSingle", "TransferBatch", "Burned", "Converted", "Renewed");
  const stepped = escrow.length - named(escrow, "NonceUsed");
  const expected: Record<string, number> = {
    moves: token.reduce((sum, log) => sum + movesIn(log), 0),
    deals: named(escrow, "Opened", "Amended"),
    steps: stepped,
    evidence: named(escrow, "Evidence"),
    ratings: named(book, "Rated"),
    replies: named(book, "Replied"),
    changes: moved + stepped + named(book, "Rated", "Replied"),
    "unnamed payouts": 0,
  };
  const select = COUNTS.replaceAll("ESCROW", `'${contracts.escrow.toLowerCase()}'`);
  for (const { name, rows } of await readRows<Count>(sides, select)) expectEqual(sides, name, rows, expected[name]);
}

async function readLogs({ client, startBlock, block }: Sides, address: Address, abi: Abi): Promise<Logged[]> {
  const fromBlock = BigInt(startBlock);
  const logs = await client.getContractEvents({ address, abi, fromBlock, toBlock: block.number ?? undefined });
  return logs.map(({ eventName, args }) => ({ eventName: eventName ?? "", args: args as Record<string, unknown> }));
}

/** How many ids a transfer event moved something of. */
function movesIn({ eventName, args }: Logged): number {
  if (eventName === "TransferSingle") return args.value === 0n ? 0 : 1;
  return eventName === "TransferBatch" ? (args.values as bigint[]).filter((value) => value > 0n).length : 0;
}
