import { setTimeout as sleep } from "node:timers/promises";
import { startStack } from "../stack.ts";
import { forgetDevCache } from "../stack/dev-cache.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily } from "../processes/family.ts";

/** After five idle seconds a development server writes down what it compiled. */
const UNTIL_WRITTEN_MS = 10_000;

/**
 * How long a person waits on an installed tree: for Postgres alone, on data it has (`postgresMs`) and on none
 * (`postgresFirstMs`); and from the start of everything to the first page with indexed data, with what was reached on
 * the way: the very first time, when every page is compiled from nothing (`firstPageFirstMs`), and ever after
 * (`firstPageMs`).
 */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-${process.pid}`;
  try {
    const postgresFirstMs = await timePostgres(name);
    const postgresMs = await timePostgres(name);
    await forgetDevCache();
    const { firstPageMs: firstPageFirstMs = NaN } = await timeStack(name, UNTIL_WRITTEN_MS);
    return { postgresMs, postgresFirstMs, firstPageFirstMs, ...(await timeStack(name)) };
  } finally {
    await removePostgresData(name);
  }
}

async function timePostgres(name: string): Promise<number> {
  const family = createFamily(() => undefined);
  const begun = performance.now();
  await startPostgres(family, { name, durable: true });
  const took = Math.round(performance.now() - begun);
  await family.end();
  return took;
}

async function timeStack(databaseName: string, lingerMs = 0): Promise<Record<string, number>> {
  const reached: Record<string, number> = {};
  const stack = await startStack({
    databaseName,
    durable: true,
    web: "development",
    demo: true,
    log: () => undefined,
    mark: (part, ms) => {
      reached[MARKS[part] ?? `${part}Ms`] = ms;
    },
  });
  await sleep(lingerMs);
  await stack.stop();
  return reached;
}

const MARKS: Record<string, string> = {
  postgres: "databaseReadyMs",
  chain: "chainReadyMs",
  web: "webListensMs",
  "demo app": "demoWrittenMs",
  "demo chain": "demoLivedMs",
  index: "indexReadyMs",
  "first page": "firstPageMs",
};
