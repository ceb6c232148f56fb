import { join } from "node:path";
import { Failure } from "../failure.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily } from "../processes/family.ts";
import { ROOT, SOONER } from "../root.ts";
import { forgetDevCache } from "../stack/dev-cache.ts";

/** After five idle seconds a development server writes down what it compiled. */
const UNTIL_WRITTEN_MS = 10_000;

/**
 * How long a person waits on an installed tree: for Postgres alone, on data it has (`postgresMs`) and on none
 * (`postgresFirstMs`); and from the start of everything to the first page with indexed data, with what was reached on
 * the way: the very first time, when every page is compiled and every contract deployed from nothing (`firstPageFirstMs`), and
 * ever after (`firstPageMs`).
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

/** In a process of its own, as a person starts it: here everything would be loaded already the second time. */
async function timeStack(databaseName: string, lingerMs = 0): Promise<Record<string, number>> {
  let said = "";
  const family = createFamily((_, line) => (said = line));
  const script = join(import.meta.dirname, "start-once.ts");
  const exit = await family.run("stack", process.execPath, [SOONER, script, databaseName, String(lingerMs)], {
    cwd: ROOT,
  });
  await family.end();
  if (exit !== 0) throw new Failure(`The start did not succeed: ${said}`);
  const reached = Object.entries(JSON.parse(said) as Record<string, number>);
  return Object.fromEntries(reached.map(([part, ms]) => [MARKS[part] ?? `${part}Ms`, ms]));
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
