import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DurableClient } from "#indexer/durable-client.ts";
import { createFamily, type Family } from "#scripts/processes/family.ts";
import { removePostgresData, startPostgres } from "#scripts/postgres/server.ts";

const NAME = "test-durable-client";
let family: Family;
let connectionString: string;

beforeAll(async () => {
  family = createFamily(() => undefined);
  // This server's own default is to lose what it acknowledged.
  connectionString = (await startPostgres(family, { name: NAME, durable: false })).url("postgres");
}, 60_000);

afterAll(async () => {
  await family.end();
  await removePostgresData(NAME);
}, 30_000);

describe("given a pool that Ponder makes with this client", () => {
  it("when it writes, then a commit waits for the disk", async () => {
    expect(await setting("tt_0_user", "synchronous_commit")).toBe("on");
  });

  it("when it serves readers, then it cannot write and finds its own schema", async () => {
    expect(await setting("tt_0_readonly", "default_transaction_read_only")).toBe("on");
    expect(await setting("tt_0_readonly", "search_path")).toBe("tt_0");
    await expect(query("tt_0_readonly", "create table public.t ()")).rejects.toThrow(/read-only/);
  });
});

async function setting(application: string, name: string): Promise<unknown> {
  return (await query(application, `show ${name}`)).rows[0]?.[name];
}

async function query(application: string, text: string) {
  const pool = new Pool({ connectionString, application_name: application, max: 1, Client: DurableClient });
  try {
    return await pool.query<Record<string, unknown>>(text);
  } finally {
    await pool.end();
  }
}
