import { Pool } from "pg";
import { describe, expect, inject, it } from "vitest";
import { DurableClient } from "#indexer/durable-client.ts";

// The tests' server is set to lose what it acknowledged, so "on" can only come from the client.
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
  const connectionString = inject("postgresUrl");
  const pool = new Pool({ connectionString, application_name: application, max: 1, Client: DurableClient });
  try {
    return await pool.query<Record<string, unknown>>(text);
  } finally {
    await pool.end();
  }
}
