import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { dropDatabase, ensureDatabase } from "#scripts/postgres/database.ts";
import { migrate } from "#web/db/migrate.ts";

export interface TestDatabase {
  url: string;
  /** Drops it, with every connection to it. */
  drop(): Promise<void>;
}

/** A database of one's own on the run's server, with the tables of schema `app` and nothing in them. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/test_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase(url.href);
  await migrate(url.href);
  return { url: url.href, drop: () => dropDatabase(url.href) };
}
