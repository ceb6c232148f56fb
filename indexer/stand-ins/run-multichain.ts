import { fillIndex } from "../fill/fill.ts";
import { chainReader } from "../fill/logs.ts";
import { part, type App, type EventCallback } from "../fill/ponder.ts";

const ponders = await part<{ runMultichain: (app: App) => Promise<void> }>("runtime/multichain.js");

/** Fills the index up to the newest final block, and lets Ponder follow the chain from there. */
export async function runMultichain(app: App): Promise<void> {
  const { indexingBuild } = app;
  const { upTo, recovery, finalized } = await fillIndex(app, chainReader(rpcUrlOf(app)));
  await ponders.runMultichain({
    ...app,
    crashRecoveryCheckpoint: recovery && [recovery],
    indexingBuild: {
      ...indexingBuild,
      finalizedBlocks: [finalized],
      eventCallbacks: indexingBuild.eventCallbacks.map((callbacks) =>
        callbacks.map((callback) => beginningAt(upTo + 1, callback)),
      ),
    },
  });
}

/** The config names one URL, many times. */
function rpcUrlOf({ indexingBuild }: App): string {
  const [url] = [indexingBuild.chains[0]?.rpc].flat();
  if (typeof url !== "string") throw new Error("indexer/ponder.config.ts names no URL of a node.");
  return url;
}

/** For what came before, Ponder need not ask. */
function beginningAt(block: number, callback: EventCallback): EventCallback {
  return { ...callback, filter: { ...callback.filter, fromBlock: Math.max(block, callback.filter.fromBlock ?? 0) } };
}
