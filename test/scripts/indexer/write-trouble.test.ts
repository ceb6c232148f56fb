import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareMemory } from "#scripts/indexer/memory.ts";
import { writeTrouble } from "#scripts/indexer/write-trouble.ts";
import { withClient } from "#scripts/postgres/database.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await withClient(database.url, prepareMemory);
});
afterAll(() => database.drop());

/** Lets the database refuse what new connections write. */
async function setReadOnly(value: "on" | "off"): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  await withClient(database.url, (client) =>
    client.query(
      `begin; set transaction read write; alter database ${name} set default_transaction_read_only = ${value}; commit`,
    ),
  );
}

describe("given a database Ponder is to write to", () => {
  test("tells what is in the way where it takes no rows, and that nothing is once it does", async () => {
    await setReadOnly("on");
    expect(await writeTrouble(database.url)).toMatch(/read-only transaction/);
    await setReadOnly("off");
    expect(await writeTrouble(database.url)).toBeNull();
  });

  test("tells that nothing answers where there is no server", async () => {
    expect(await writeTrouble("postgresql://nobody@127.0.0.1:9/nothing")).toMatch(/ECONNREFUSED/);
  });

  test("leaves nothing of its trial behind", async () => {
    expect(await writeTrouble(database.url)).toBeNull();
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ there: boolean }>("select to_regclass('supervisor.probe') is not null as there"),
    );
    expect(rows).toEqual([{ there: false }]);
  });
});
