import { withClient } from "../postgres/database.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { listSchemas } from "../indexer/schemas.ts";
import type { Ground } from "./ground.ts";
import { readStatus, untilLive } from "./index-status.ts";
import type { Round } from "./rounds.ts";

const NOTICED_MS = 10_000;
const PATIENCE_MS = 120_000;

/**
 * Watches, while the chain becomes another, whether that is noticed in time, whether the old rows can be read until new
 * ones are there, and whether nothing old is left then.
 * @param change makes the chain another; it tells the moment when it has become so
 */
export async function watchResync(ground: Ground, change: (done: () => void) => Promise<void>): Promise<Round> {
  const { databaseUrl } = ground;
  const { shown } = await readStatus(databaseUrl);
  let begun = Number.POSITIVE_INFINITY;
  const changing = change(() => (begun = performance.now()));
  changing.catch(() => undefined);
  const isNoticed = async () => {
    const status = await readStatus(databaseUrl);
    return status.state === "resyncing" || status.shown !== shown;
  };
  const patience = { signal: new AbortController().signal, timeoutMs: PATIENCE_MS, everyMs: 50 };
  await waitUntil("The word that the chain is another", isNoticed, patience);
  const noticedMs = Math.max(0, Math.round(performance.now() - begun));
  const old = await withClient(databaseUrl, (client) => client.query("select id from chain.deal"));
  await changing;
  await untilLive(ground);
  const liveMs = Math.round(performance.now() - begun);
  const status = await readStatus(databaseUrl);
  const schemas = await withClient(databaseUrl, listSchemas);
  return {
    what: `noticed after ${(noticedMs / 1_000).toFixed(1)} s with ${old.rowCount} old deals readable, live after ${(liveMs / 1_000).toFixed(1)} s`,
    wrong: [
      ...(noticedMs > NOTICED_MS ? [`noticed only after ${noticedMs} ms`] : []),
      ...(status.shown === shown ? ["the old rows are still shown"] : []),
      ...(schemas.length > 1 ? [`old schemas are left: ${schemas.join(", ")}`] : []),
    ],
  };
}
