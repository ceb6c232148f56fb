import type { Client } from "pg";
import { indexStateOf, isLive, type IndexState } from "#domain/index-state.ts";
import { hashSources } from "../stack/source-hash.ts";
import { Failure } from "../failure.ts";
import type { BlockReader } from "./chain-blocks.ts";
import { endLastWriter } from "./last-writer.ts";
import { forgetLineage, isLineageKnown, rememberFirst, rememberLineage } from "./lineage.ts";
import { prepareMemory, recall, remember, writeStatus, type Memory } from "./memory.ts";
import type { Ponder } from "./ponder.ts";
import { dropSchema, listSchemas, nameSchema, schemaPrefix, showSchema } from "./schemas.ts";
import { look, type Sight } from "./sight.ts";
import { createWatchdog, type Glance } from "./watchdog.ts";
import { writeTrouble } from "./write-trouble.ts";

/** A node that is silent for less is no outage. */
const OUTAGE_MS = 5_000;

export type Keeping = {
  client: Client;
  databaseUrl: string;
  blocks: BlockReader;
  ponder: Ponder;
  chainId: number;
  log: (line: string) => void;
};

/** Keeps one index true to its chain, step by step. */
export type Keeper = {
  /** Looks once, and does what that calls for. @returns how the index stands */
  step(): Promise<IndexState>;
};

/**
 * Takes the index up where it was left, or begins a new one where there is none of these sources.
 * @throws Failure when Ponder ends again and again with the word that it cannot work as it is
 */
export async function createKeeper({ client, databaseUrl, blocks, ponder, chainId, log }: Keeping): Promise<Keeper> {
  await prepareMemory(client);
  const sourceHash = await hashSources(["indexer", "domain"]);
  let memory = await takeUp();
  let isLineageBegun = await isLineageKnown(client);
  let reachedAt = Date.now();
  let trouble: string | null = null;
  const faultOf = createWatchdog();

  async function takeUp(): Promise<Memory> {
    const last = await recall(client);
    if (last?.building.startsWith(schemaPrefix(sourceHash))) return last;
    return begin(last?.shown ?? null);
  }

  async function begin(shown: string | null): Promise<Memory> {
    const begun = { chainId, building: await nameSchema(client, sourceHash), shown };
    await remember(client, begun);
    return begun;
  }

  /** Another chain stands where the indexed one was: everything is read anew, while the old rows are still shown. */
  async function startOver(block: number): Promise<void> {
    log(`block ${block} is another one on the node: the chain is indexed anew`);
    await ponder.kill();
    await endLastWriter(client, memory.building);
    if (memory.building !== memory.shown) await dropSchema(client, memory.building);
    await forgetLineage(client);
    isLineageBegun = false;
    memory = await begin(memory.shown);
  }

  /** Shows the first index as it fills; a later one once it has all the old one had. */
  async function showWhenDue({ index, isOnChain, lag }: Sight): Promise<void> {
    if (memory.building === memory.shown || !index) return;
    const isDue = memory.shown === null || (index.isReady && isOnChain === true && lag !== null && isLive(lag));
    if (!isDue) return;
    await showSchema(client, memory.building);
    memory = { ...memory, shown: memory.building };
    await remember(client, memory);
    for (const schema of await listSchemas(client)) if (schema !== memory.shown) await dropSchema(client, schema);
  }

  /** Ponder would try again and again on a full disk, each time after a longer pause, and sleep on when there is room. */
  async function isDatabaseOpen(): Promise<boolean> {
    const seen = await writeTrouble(databaseUrl);
    if (seen !== null && seen !== trouble) log(`the database takes no rows (${seen}): Ponder waits`);
    trouble = seen;
    return seen === null;
  }

  async function tendPonder(sight: Sight): Promise<void> {
    const now = Date.now();
    if (ponder.hopeless) throw new Failure(`Ponder cannot work as it is:\n${ponder.hopeless.join("\n")}`);
    if (ponder.runsSince === null) {
      if (sight.newest && ponder.mayStart(now) && (await isDatabaseOpen())) await ponder.start(client, memory.building);
      return;
    }
    const glance = glanceOf(sight, ponder.runsSince, now);
    if (glance.isReady && glance.heartbeatAt >= ponder.runsSince) ponder.settle();
    const fault = faultOf(glance);
    if (!fault) return;
    log(`the index ${fault} at block ${glance.indexBlock}: Ponder is started anew`);
    await ponder.kill();
  }

  async function rememberChain({ newest, index, isOnChain }: Sight): Promise<void> {
    if (!newest) return;
    if (!isLineageBegun) {
      await rememberFirst(client, blocks, newest.number);
      await rememberLineage(client, blocks, newest);
      isLineageBegun = true;
    }
    if (isOnChain && index?.head) await rememberLineage(client, blocks, index.head);
  }

  async function step(): Promise<IndexState> {
    const sight = await look(client, blocks, memory.building);
    if (sight.lineage.kind === "other") {
      await startOver(sight.lineage.block);
      return step();
    }
    if (sight.newest) reachedAt = Date.now();
    await tendPonder(sight);
    await showWhenDue(sight);
    const state = indexStateOf({
      isChainReachable: Date.now() - reachedAt < OUTAGE_MS && sight.lineage.kind === "same",
      isRebuilding: memory.shown !== null && memory.shown !== memory.building,
      ...sight,
    });
    const { index, newest, lag } = sight;
    await writeStatus(client, { state, head: index?.head ?? null, nodeBlock: newest?.number ?? null, lag });
    await rememberChain(sight);
    return state;
  }

  return { step };
}

function glanceOf({ index, newest, lag, isOnChain }: Sight, runsSince: number, now: number): Glance {
  return {
    now,
    runsSince,
    heartbeatAt: index?.heartbeatAt ?? 0,
    isReady: index?.isReady ?? false,
    indexBlock: index?.head?.number ?? null,
    isBehind: newest !== null && ((lag?.blocks ?? 0) > 0 || isOnChain === false),
    lagBlocks: lag?.blocks ?? 0,
  };
}
