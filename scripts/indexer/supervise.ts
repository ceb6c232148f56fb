import { setTimeout as sleep } from "node:timers/promises";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { Failure, reasonOf } from "../failure.ts";
import { createFamily } from "../processes/family.ts";
import { createBlockReader } from "./chain-blocks.ts";
import { startHeadRelay } from "./head-relay.ts";
import { createKeeper } from "./keep.ts";
import { createPonder } from "./ponder.ts";
import { requireSameChain } from "./requirements.ts";
import { becomeKeeper, withSession, type Session } from "./session.ts";

export type SuperviseOptions = {
  databaseUrl: string;
  rpcUrl: string;
  chainId: number;
  log: (name: string, line: string) => void;
  /** Ends it, and Ponder with it. */
  signal: AbortSignal;
};

/** How often it looks: more often while something is not as it should be. */
const LOOK_MS = 1_000;
const LOOK_CLOSELY_MS = 250;
/** How soon after a lost connection another is tried. */
const RECONNECT_MS = 100;

/**
 * Keeps Ponder running, and its index equal to the chain, until it is asked to end.
 * @throws Failure where it cannot begin, or Ponder cannot work as it is; nothing is left running then
 */
export async function supervise({ databaseUrl, rpcUrl, chainId, log, signal }: SuperviseOptions): Promise<void> {
  const family = createFamily(log);
  const tell = (line: string) => log("keeper", line);
  // Elsewhere Ponder listens to the node itself.
  const relay = chainId === LOCAL_CHAIN.id ? await startHeadRelay(rpcUrl) : null;
  const places = { DATABASE_URL: databaseUrl, RPC_URL: rpcUrl, ...(relay && { WS_URL: relay.url }) };
  const ponder = createPonder(family, { ...places, CHAIN_ID: String(chainId) });
  const keep = (session: Session) =>
    keepIndex(session, { databaseUrl, ponder, blocks: createBlockReader(rpcUrl), chainId, log: tell, signal });
  let isFirst = true;
  try {
    while (!signal.aborted) {
      try {
        await withSession(databaseUrl, async (session) => {
          isFirst = false;
          await keep(session);
        });
      } catch (error) {
        if (error instanceof Failure) throw error;
        if (isFirst) throw new Failure(`The database cannot be reached (${reasonOf(error)}).`, { cause: error });
        tell(`the database failed: ${reasonOf(error)}`);
      }
      await pause(RECONNECT_MS, signal);
    }
  } finally {
    await family.end();
    relay?.close();
  }
}

type Kept = Omit<Parameters<typeof createKeeper>[0], "client"> & { signal: AbortSignal };

/** Keeps the index until the connection is lost or the end is asked for. */
async function keepIndex(session: Session, { signal, ...keeping }: Kept): Promise<void> {
  const { client, lost } = session;
  const over = AbortSignal.any([lost, signal]);
  // What it writes now might be written twice: it cannot know what the database still took.
  lost.addEventListener("abort", () => {
    if (!signal.aborted) void keeping.ponder.kill();
  });
  await requireSameChain(client, keeping.chainId);
  for (let isTold = false; !(await becomeKeeper(session)); isTold = true) {
    if (!isTold) keeping.log("another supervisor keeps this index: waiting for its end");
    await pause(LOOK_MS, over);
    if (over.aborted) return;
  }
  const keeper = await createKeeper({ client, ...keeping });
  let isWell = false;
  let trouble = "";
  while (!over.aborted) {
    try {
      isWell = (await keeper.step()) === "live";
      trouble = "";
    } catch (error) {
      if (error instanceof Failure || lost.aborted) throw error;
      isWell = false;
      if (trouble !== reasonOf(error)) keeping.log((trouble = reasonOf(error)));
    }
    await Promise.race([pause(isWell ? LOOK_MS : LOOK_CLOSELY_MS, over), keeping.ponder.ended]);
  }
}

async function pause(ms: number, over: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: over }).catch(() => undefined);
}
