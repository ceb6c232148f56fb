import { afterEach, describe, expect, test } from "vitest";
import { ensureDatabase, withClient } from "#scripts/postgres/database.ts";
import { removePostgresData, startPostgres } from "#scripts/postgres/server.ts";
import { createFamily, type Family } from "#scripts/processes/family.ts";

const options = { name: `test-server-${process.pid}`, durable: true };
const families: Family[] = [];

function family(): Family {
  const made = createFamily(() => undefined);
  families.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(families.splice(0).map((each) => each.end()));
  await removePostgresData(options.name);
});

describe("given a Postgres server that runs on the data", () => {
  test("a second start uses it, and its end leaves it running", async () => {
    const first = await startPostgres(family(), options);
    const other = family();
    const second = await startPostgres(other, options);
    expect(second).toMatchObject({ port: first.port, reused: true });
    await other.end();
    expect(await withClient(first.url("postgres"), (client) => client.query("select 1"))).toMatchObject({
      rowCount: 1,
    });
  });
});

describe("given a Postgres server that was started before", () => {
  test("what was written is there at the next start", async () => {
    const before = family();
    const url = (await startPostgres(before, options)).url("kept");
    await ensureDatabase(url);
    await withClient(url, (client) => client.query("create table note as select 'kept' as words"));
    await before.end();
    const again = (await startPostgres(family(), options)).url("kept");
    const { rows } = await withClient(again, (client) => client.query("select words from note"));
    expect(rows).toEqual([{ words: "kept" }]);
  });

  test("nobody gets in without the password", async () => {
    const { port } = await startPostgres(family(), options);
    const url = `postgresql://timetoken:guess@127.0.0.1:${port}/postgres`;
    await expect(withClient(url, (client) => client.query("select 1"))).rejects.toThrow(
      "password authentication failed",
    );
  });
});
