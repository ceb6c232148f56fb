import type { Abi } from "viem";
import { CONTRACT_ABIS, CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { expectEqual, readRows, type Sides } from "./sides.ts";

type Logged = { contract: keyof Contracts; eventName: string; args: Record<string, unknown>; changeId: number };
type Count = { name: string; rows: number };

const COUNTS = `
  select 'moves' "name", count(*)::int "rows" from chain.transfer
  union all select 'deals', count(*)::int from chain.deal
  union all select 'steps', count(*)::int from chain.deal_event
  union all select 'evidence', count(*)::int from chain.evidence
  union all select 'ratings', count(*)::int from chain.rating
  union all select 'replies', count(*)::int from chain.rating where reply is not null
  union all select 'slots', count(*)::int from chain.offer_slot
  union all select 'nonces', count(*)::int from chain.used_nonce
  union all select 'epochs', coalesce(sum(epoch), 0)::int from chain.epoch
  union all select 'forwarded calls', count(*)::int from chain.forwarded_call
  union all select 'swaps', count(*)::int from chain.swap
  union all select 'changes', count(*)::int from chain.change where id = any('{LOGS}')
  union all select 'unnamed payouts', count(*)::int from chain.transfer where deal_id is null
    and (kind in ('escrow_in', 'escrow_out', 'redeem') or "from" = ESCROW or "to" = ESCROW)`;

/** As many rows as logs: nothing was left out, nothing counted twice, and every move of the escrow names its deal. */
export async function compareEvents(sides: Sides): Promise<void> {
  const logs = (await Promise.all(CONTRACT_NAMES.map((name) => readLogs(sides, name)))).flat();
  const named = (...names: string[]) => logs.filter(({ eventName }) => names.includes(eventName)).length;
  const ofEscrow = logs.filter(({ contract }) => contract === "escrow");
  const expected: Record<string, number> = {
    moves: logs.reduce((sum, log) => sum + movesIn(log), 0),
    deals: named("Opened", "Amended"),
    steps: ofEscrow.filter(({ eventName }) => eventName !== "NonceUsed").length,
    evidence: named("Evidence"),
    ratings: named("Rated"),
    replies: named("Replied"),
    slots: named("SlotTaken"),
    nonces: named("NonceUsed"),
    epochs: named("EpochRaised"),
    "forwarded calls": named("ExecutedForwardRequest"),
    swaps: named("Filled"),
    changes: logs.length,
    "unnamed payouts": 0,
  };
  const select = COUNTS.replaceAll("ESCROW", `'${sides.contracts.escrow.toLowerCase()}'`).replace(
    "LOGS",
    logs.map(({ changeId }) => changeId).join(),
  );
  for (const { name, rows } of await readRows<Count>(sides, select)) expectEqual(sides, name, rows, expected[name]);
}

async function readLogs({ client, startBlock, block, contracts }: Sides, contract: keyof Contracts): Promise<Logged[]> {
  const range = { fromBlock: BigInt(startBlock), toBlock: block.number ?? undefined };
  const abi: Abi = CONTRACT_ABIS[contract];
  const logs = await client.getContractEvents({ address: contracts[contract], abi, ...range });
  return logs.map(({ eventName, args, blockNumber, logIndex }) => ({
    contract,
    eventName: eventName ?? "",
    args: args as Record<string, unknown>,
    changeId: Number(blockNumber) * 1_000_000 + logIndex,
  }));
}

/** How many ids a transfer event moved something of. */
function movesIn({ eventName, args }: Logged): number {
  if (eventName === "TransferSingle") return args.value === 0n ? 0 : 1;
  return eventName === "TransferBatch" ? (args.values as bigint[]).filter((value) => value > 0n).length : 0;
}
