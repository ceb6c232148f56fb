import type { TestProject } from "vitest/node";
import { removePostgresData, startPostgres } from "#scripts/postgres/server.ts";
import { createFamily } from "#scripts/processes/family.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The maintenance database of the server that all tests of a run share; `createTestDatabase` makes others beside it. */
    postgresUrl: string;
  }
}

/** Starts one Postgres for a run of tests, with data of its own, and removes both at its end. */
export default async function startPostgresForAll({ provide }: TestProject): Promise<() => Promise<void>> {
  const name = `test-${process.pid}`;
  const family = createFamily(() => undefined);
  const server = await startPostgres(family, { name, durable: false });
  provide("postgresUrl", server.url("postgres"));
  return async () => {
    await family.end();
    await removePostgresData(name);
  };
}
