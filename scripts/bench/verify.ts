import { join } from "node:path";
import { askChain } from "../chain/rpc.ts";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { ensureDatabase } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily, type Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { verify } from "../verify/verify.ts";

/** Writing the rows takes as long as a few verifications. */
const PATIENCE_MS = 600_000;

/**
 * How long `npm run verify` takes for 200,000 events, and the most memory it used: every log decoded and replayed, every
 * row read from Postgres and compared. Living such a history on a chain would take hours, so a process of its own
 * (`verify-node.ts`) makes the logs up, answers for them as a node does, and writes the rows that belong to them.
 */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-${process.pid}`;
  const family = createFamily((_, line) => console.error(line));
  try {
    const server = await startPostgres(family, { name, durable: false });
    const databaseUrl = server.url("timetoken");
    await ensureDatabase(databaseUrl);
    const rpcUrl = await startMadeUpNode(family, databaseUrl);
    const progress = { show: () => undefined, done: (step: string) => console.error(step) };
    const { differing, events, rows, values, seconds } = await verify({ rpcUrl, databaseUrl, progress });
    if (differing > 0) throw new Failure(`${differing} values differ: the bench wrote them, so verify is wrong.`);
    const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return { seconds, rssMb, events, rows, values };
  } finally {
    await family.end();
    await removePostgresData(name);
  }
}

async function startMadeUpNode(family: Family, databaseUrl: string): Promise<string> {
  const port = await freePort();
  const rpcUrl = `http://127.0.0.1:${port}`;
  await family.start("node", process.execPath, [join(import.meta.dirname, "verify-node.ts"), String(port)], {
    env: childEnv({ DATABASE_URL: databaseUrl }),
  });
  const isWritten = async () => (await askChain(rpcUrl, "bench_isWritten")) === true;
  await waitUntil("The made-up chain", isWritten, { signal: family.signal, timeoutMs: PATIENCE_MS, everyMs: 500 });
  return rpcUrl;
}
