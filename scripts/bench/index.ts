import { readFile } from "node:fs/promises";
import { CONTRACT_NAMES } from "#domain/contract-abis.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { deployOnFreshChain } from "../chain/fresh-deployment.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { startLocalNode } from "../chain/node.ts";
import { askChain } from "../chain/rpc.ts";
import { Failure } from "../failure.ts";
import { ponderArguments, ponderEnv } from "../indexer/ponder.ts";
import { ensureDatabase, withClient } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily, type Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { ROOT } from "../root.ts";
import { copyLogs } from "./index-copy.ts";
import { liveExchanges } from "./index-history.ts";

const EVENTS = 50_000;
const SCHEMA = "tt_bench";
const PATIENCE_MS = 900_000;

/**
 * How fast the index of a chain with 50,000 events is filled, from the start of the indexer to its head row, beside the least one
 * could do with the same events (`eth_getLogs` → COPY) in the same run; the most memory the indexer took, and its
 * processor time, which says more than the clock where other work goes on beside it.
 */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-${process.pid}`;
  const family = createFamily((_, line) => console.error(line));
  try {
    const server = await startPostgres(family, { name, durable: true });
    const databaseUrl = server.url("timetoken");
    await ensureDatabase(databaseUrl);
    const rpcUrl = await startLocalNode(family, { port: await freePort() });
    await deployOnFreshChain(rpcUrl);
    const contracts = deployments[LOCAL_CHAIN.id];
    await liveExchanges(rpcUrl, contracts, EVENTS);
    const newest = Number(await askChain(rpcUrl, "eth_blockNumber"));

    const addresses = CONTRACT_NAMES.map((each) => contracts[each]);
    const copied = await copyLogs({ rpcUrl, databaseUrl }, addresses, newest);
    const indexed = await backfill(family, { rpcUrl, databaseUrl, newest });
    if (indexed.events !== copied.events)
      throw new Failure(`The index took ${indexed.events} events of ${copied.events}.`);
    const eventsPerSecond = Math.round(copied.events / indexed.seconds);
    const copyEventsPerSecond = Math.round(copied.events / copied.seconds);
    const vsCopy = Number((copied.seconds / indexed.seconds).toFixed(3));
    const seconds = Number(indexed.seconds.toFixed(1));
    return {
      eventsPerSecond,
      vsCopy,
      rssMb: indexed.rssMb,
      cpuSeconds: indexed.cpuSeconds,
      events: copied.events,
      blocks: newest + 1,
      seconds,
      copyEventsPerSecond,
    };
  } finally {
    await family.end();
    await removePostgresData(name);
  }
}

type Places = { rpcUrl: string; databaseUrl: string; newest: number };

async function backfill(family: Family, { rpcUrl, databaseUrl, newest }: Places) {
  const begun = performance.now();
  const { pid } = await family.start("indexer", process.execPath, ponderArguments(SCHEMA, await freePort()), {
    cwd: ROOT,
    env: ponderEnv({ RPC_URL: rpcUrl, DATABASE_URL: databaseUrl }),
  });
  // A head row is written with the first block after the back-fill.
  const nudge = setInterval(() => void askChain(rpcUrl, "evm_mine").catch(() => undefined), 500);
  const isIndexed = async () =>
    (await count(databaseUrl, `select count(*) from ${SCHEMA}.head where block >= ${newest}`)) === 1;
  await waitUntil("The index", isIndexed, { signal: family.signal, timeoutMs: PATIENCE_MS, everyMs: 100 }).finally(() =>
    clearInterval(nudge),
  );
  const seconds = (performance.now() - begun) / 1000;
  const [rssMb, cpuSeconds] = [await peakMemory(pid), await processorTime(pid)];
  // Every event of the contracts leaves one row in the feed.
  return { seconds, rssMb, cpuSeconds, events: await count(databaseUrl, `select count(*) from ${SCHEMA}.change`) };
}

function count(databaseUrl: string, text: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(text);
    return Number(rows[0]?.count);
  });
}

/** @returns the most memory a process had at any time, in megabytes */
async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** Linux counts it in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** @returns for how long the threads of a process have kept a processor busy, in seconds */
async function processorTime(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // After the name, which may hold spaces: its state is the third field, and the times are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
