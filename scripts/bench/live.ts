import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { deployments } from "#domain/generated/deployments.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { Failure } from "../failure.ts";
import { removePostgresData } from "../postgres/server.ts";
import { startStack, type Stack } from "../stack.ts";
import { readStatus } from "../trial/index-status.ts";
import { residentMb } from "../trial/resident-memory.ts";
import { createSeeded } from "../trial/seeded.ts";
import { createTraffic } from "../trial/traffic.ts";
import { createArrivals } from "./live-arrivals.ts";
import { followChanges } from "./live-changes.ts";

const EVENTS = 500;
/** Each event is alone, as on a time bank: the next one comes once the last is long seen. */
const BETWEEN_MS = 250;
const SETTLE_MS = 5_000;

/** How long after its block a change is a row, and how long after it is in a browser, through the real pages' server. */
export async function run(): Promise<Record<string, number>> {
  const databaseName = `bench-live-${process.pid}`;
  const log = (_: string, line: string) => console.error(line);
  const stack = await startStack({ databaseName, durable: true, web: "production", demo: false, log });
  try {
    return await measure(stack);
  } finally {
    await stack.stop();
    await removePostgresData(databaseName);
  }
}

async function measure({ rpcUrl, databaseUrl, origin }: Stack): Promise<Record<string, number>> {
  const traffic = createTraffic(rpcUrl, { ...deployments[LOCAL_CHAIN.id] }, createSeeded(1));
  await traffic.begin();
  await sleep(SETTLE_MS);
  const over = new AbortController();
  const { mined, rows, seen, summary } = createArrivals();
  const following = [
    followBlocks(rpcUrl, over.signal, mined),
    followRows(databaseUrl, over.signal, rows),
    followChanges(origin, over.signal, seen),
  ];
  await Promise.all(following);
  const { ponderPid } = await readStatus(databaseUrl);
  let rssMb = 0;
  for (let event = 0; event < EVENTS; event += 1) {
    await traffic.step();
    await sleep(BETWEEN_MS);
    if (event % 50 === 0) rssMb = Math.max(rssMb, await residentMb(ponderPid));
  }
  await sleep(SETTLE_MS);
  over.abort();
  const { events, ...figures } = summary();
  if (events < EVENTS) throw new Failure(`${events} of ${EVENTS} events arrived: the live feed lost some.`);
  return { events, ...figures, indexerRssMb: Math.max(rssMb, await residentMb(ponderPid)) };
}

/** Tells each block of the chain as the node does, the moment it is mined. */
async function followBlocks(rpcUrl: string, signal: AbortSignal, tell: (block: number) => void): Promise<void> {
  const socket = new WebSocket(rpcUrl.replace(/^http/, "ws"));
  signal.addEventListener("abort", () => socket.close());
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Failure("The chain takes no web socket.")));
  });
  socket.addEventListener("message", ({ data }) => {
    const { params } = JSON.parse(String(data)) as { params?: { result: { number: string } } };
    if (params) tell(Number(params.result.number));
  });
  socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }));
}

/** Tells each block of which there are changes in the index, as soon as another connection can read them. */
async function followRows(databaseUrl: string, signal: AbortSignal, tell: (block: number) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  signal.addEventListener("abort", () => void client.end());
  client.on("notification", () => {
    void client
      .query<{ block: number }>("select block::float8 as block from chain.change order by id desc limit 5")
      .then(({ rows }) => rows.forEach(({ block }) => tell(block)))
      .catch(() => undefined);
  });
  await client.query("listen chain_live_query");
}
