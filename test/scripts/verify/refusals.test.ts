import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#scripts/processes/ports.ts";
import { ROOT } from "#scripts/root.ts";
import { verify } from "#scripts/verify/verify.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { hash, NODE, openEmptyIndex, silent, type EmptyIndex } from "./empty-index.ts";
import { startFakeNode } from "#test/support/fake-node.ts";

let empty: ConnectedDatabase;
let index: EmptyIndex;

beforeAll(async () => {
  [empty, index] = await Promise.all([connectTestDatabase(), openEmptyIndex()]);
});

afterAll(async () => {
  await empty?.close();
  await index?.close();
});

describe("given a chain and a database that cannot be compared", () => {
  it("when an argument is malformed or unknown, then it is named", async () => {
    const [rpc, database, address, mistyped, other] = await Promise.all([
      command(["--rpc", "ftp://x"]),
      command(["--database", "mysql://x"]),
      command(["--address", "0x12"]),
      command(["--address", "0xF39fd6e51aad88F6F4ce6aB8827279cffFb92266"]),
      command(["--all"]),
    ]);
    expect(rpc).toEqual(refused(/--rpc wants the http URL/));
    expect(database).toEqual(refused(/--database wants a URL/));
    expect(address).toEqual(refused(/--address wants 0x and 40/));
    expect(mistyped).toEqual(refused(/--address has a wrong checksum/));
    expect(other).toEqual(refused(/Usage: npm run verify/));
  });

  it("when the database is down, or has no index, or one without a head, then it says which", async () => {
    const nowhere = `postgresql://x:y@127.0.0.1:${await freePort()}/gone`;
    await expect(index.verifyOn({}, nowhere)).rejects.toThrow(/cannot be read .* start it, or pass --database/);
    await expect(index.verifyOn({}, empty.url)).rejects.toThrow(/There is no index in this database/);
    await index.db.execute(sql`delete from chain.head`);
    await expect(index.verifyOn({})).rejects.toThrow(/no head block yet/);
  });

  it("when the index is put in another's place while it is read, then that is no crash either", async () => {
    await index.writeHead({ block: 9 });
    const replaced = async () => {
      await index.db.execute(sql`alter table chain.payout rename to payout_before`);
      return [];
    };
    let asked = 0;
    const answers = { eth_getLogs: () => (asked++ === 0 ? replaced() : []) };
    await expect(index.verifyOn(answers)).rejects.toThrow(
      /put in another's place meanwhile \(relation .* does not exist\)/,
    );
    await index.db.execute(sql`alter table chain.payout_before rename to payout`);
  });

  it("when no node answers, or none of our chain with our contracts, then it says which", async () => {
    await index.writeHead({ block: 9 });
    const rpcUrl = `http://127.0.0.1:${await freePort()}`;
    await expect(verify({ rpcUrl, databaseUrl: index.url, progress: silent })).rejects.toThrow(/No node answers/);
    await expect(index.verifyOn({ eth_chainId: () => "0x1" })).rejects.toThrow(/No contracts are known on chain 1/);
    await expect(index.verifyOn({ eth_getCode: () => "0x" })).rejects.toThrow(/Nothing stands at 0x/);
    await index.writeHead({ block: 9, chainId: 5 });
    await expect(index.verifyOn({})).rejects.toThrow(/index is of chain 5, and the node of chain 31337/);
  });

  it("when the node is behind the index, or has another block in its head's place, then it says which", async () => {
    await index.writeHead({ block: 10 });
    await expect(index.verifyOn({})).rejects.toThrow(/node is at block 9 and the index at 10/);
    await index.writeHead({ block: 9, hash: hash(77) });
    await expect(index.verifyOn({})).rejects.toThrow(/Block 9 is 0x0+9 on the node and 0x0+4d in the index/);
  });

  it("when the index has a table or a column that is new to this version, then it does not vouch for it", async () => {
    await index.writeHead({ block: 9 });
    await index.db.execute(sql`alter table chain.head add column mood text`);
    await expect(index.verifyOn({})).rejects.toThrow(/chain.head and this version differ by a column \(mood\)/);
    await index.db.execute(sql`alter table chain.head drop column mood`);
    await index.db.execute(sql`create table chain.moods (id int)`);
    await expect(index.verifyOn({})).rejects.toThrow(/knows no table chain.moods/);
    await index.db.execute(sql`drop table chain.moods`);
  });
});

describe("given an index with a row that the chain does not have", () => {
  it("then it is told, as a line and as JSON, and the exit says so", async () => {
    await index.writeHead({ block: 9 });
    const node = await startFakeNode(NODE);
    const args = ["--rpc", node.rpcUrl, "--database", index.url];
    expect(await command(args)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/The database equals the chain at block 9/) as unknown,
    });
    await index.db.execute(sql`insert into chain.payout values (${hash(1)}, ${hash(2)})`);
    const [lines, json, nobody] = await Promise.all([
      command(args),
      command([...args, "--json"]),
      command([...args, "--address", `0x${"12".repeat(20)}`]),
    ]);
    expect(lines.code).toBe(1);
    expect(lines.out).toMatch(`payout ${hash(1)}: surplus, the chain has no such row`);
    expect(JSON.parse(json.out)).toMatchObject({ differing: 1, differences: [{ table: "payout", column: null }] });
    expect(nobody).toEqual(refused(/Nothing on the chain/));
    node.stop();
  });
});

type Ended = { code: number; out: string; said: string };

/** The command as a person runs it. */
async function command(args: readonly string[]): Promise<Ended> {
  const { DATABASE_URL: _, RPC_URL: __, ...env } = process.env;
  const run = promisify(execFile)(process.execPath, ["scripts/verify.ts", ...args], { cwd: ROOT, env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      said: stderr,
    }),
  );
}

/** One sentence after whatever progress was told, and nothing on the standard output. */
function refused(sentence: RegExp): unknown {
  const line = new RegExp(`(^|\\n)verify: .*${sentence.source}`);
  return { code: 2, out: "", said: expect.stringMatching(line) as unknown };
}
