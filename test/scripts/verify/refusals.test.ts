import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { encodeEventTopics, numberToHex, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { ROOT } from "#scripts/root.ts";
import { verify, type Verdict } from "#scripts/verify/verify.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { startFakeNode, type Answers } from "./fake-node.ts";

const hash = (index: number): Hex => numberToHex(index, { size: 32 });

/** A node at block 9, without a log: as an index without a row has it. */
const NODE: Answers = {
  eth_chainId: () => numberToHex(31337),
  eth_getCode: () => "0x01",
  eth_blockNumber: () => numberToHex(9),
  eth_getBlockByNumber: ([number]) => ({
    number,
    hash: hash(Number(number)),
    parentHash: hash(Number(number) - 1),
    timestamp: numberToHex(90_000),
    transactions: [],
  }),
  eth_getLogs: () => [],
};

const silent = { show: () => undefined, done: () => undefined };

let empty: ConnectedDatabase;
let indexed: ConnectedDatabase;

beforeAll(async () => {
  [empty, indexed] = await Promise.all([connectTestDatabase(), connectTestDatabase()]);
  await createChainTables(indexed.db);
});

afterAll(async () => {
  await empty?.close();
  await indexed?.close();
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
    await expect(verifyOn({}, nowhere)).rejects.toThrow(/cannot be read .* start it, or pass --database/);
    await expect(verifyOn({}, empty.url)).rejects.toThrow(/There is no index in this database/);
    await indexed.db.execute(sql`delete from chain.head`);
    await expect(verifyOn({})).rejects.toThrow(/no head block yet/);
  });

  it("when the index is put in another's place while it is read, then that is no crash either", async () => {
    await writeHead({ block: 9 });
    const replaced = async () => {
      await indexed.db.execute(sql`alter table chain.payout rename to payout_before`);
      return [];
    };
    let asked = 0;
    const answers = { eth_getLogs: () => (asked++ === 0 ? replaced() : []) };
    await expect(verifyOn(answers)).rejects.toThrow(/put in another's place meanwhile \(relation .* does not exist\)/);
    await indexed.db.execute(sql`alter table chain.payout_before rename to payout`);
  });

  it("when no node answers, or none of our chain with our contracts, then it says which", async () => {
    await writeHead({ block: 9 });
    const rpcUrl = `http://127.0.0.1:${await freePort()}`;
    await expect(verify({ rpcUrl, databaseUrl: indexed.url, progress: silent })).rejects.toThrow(/No node answers/);
    await expect(verifyOn({ eth_chainId: () => "0x1" })).rejects.toThrow(/No contracts are known on chain 1/);
    await expect(verifyOn({ eth_getCode: () => "0x" })).rejects.toThrow(/Nothing stands at 0x/);
    await writeHead({ block: 9, chainId: 5 });
    await expect(verifyOn({})).rejects.toThrow(/index is of chain 5, and the node of chain 31337/);
  });

  it("when the node is behind the index, or has another block in its head's place, then it says which", async () => {
    await writeHead({ block: 10 });
    await expect(verifyOn({})).rejects.toThrow(/node is at block 9 and the index at 10/);
    await writeHead({ block: 9, hash: hash(77) });
    await expect(verifyOn({})).rejects.toThrow(/Block 9 is 0x0+9 on the node and 0x0+4d in the index/);
  });

  it("when the node has no such block, or none at all, then it is not a crash", async () => {
    await writeHead({ block: 9 });
    const refuses = () => {
      throw new Error("no key");
    };
    await expect(verifyOn({ eth_getCode: refuses })).rejects.toThrow(/No node answers/);
    await expect(verifyOn({ eth_blockNumber: () => null })).rejects.toThrow(/does not tell its blocks/);
    await expect(verifyOn({ eth_getBlockByNumber: () => null })).rejects.toThrow(/does not tell its blocks/);
  });

  it("when the node cuts a log short, or names an id in it that is none, then the log is named", async () => {
    await writeHead({ block: 9 });
    const renewed = (id: number, data: Hex) => tokenLog("Renewed", [hash(1), hash(2), hash(id)], data);
    await expect(verifyOn({ eth_getLogs: onlyLog(renewed(0, "0x")) })).rejects.toThrow(
      /^Log 3 of 0x0+4d is no whole Renewed: the node changes logs/,
    );
    await expect(verifyOn({ eth_getLogs: onlyLog(renewed(7, hash(60))) })).rejects.toThrow(
      /^Log 3 of 0x0+4d cannot be: not a token id: /,
    );
  });

  it("when the node refuses even a single block's logs, then it is not taken for an empty chain", async () => {
    await writeHead({ block: 9 });
    const refuses = () => {
      throw new Error("too many");
    };
    await expect(verifyOn({ eth_getLogs: refuses })).rejects.toThrow(/refuses the logs of block 0/);
  });

  it("when the index has a table or a column that is new to this version, then it does not vouch for it", async () => {
    await writeHead({ block: 9 });
    await indexed.db.execute(sql`alter table chain.head add column mood text`);
    await expect(verifyOn({})).rejects.toThrow(/chain.head and this version differ by a column \(mood\)/);
    await indexed.db.execute(sql`alter table chain.head drop column mood`);
    await indexed.db.execute(sql`create table chain.moods (id int)`);
    await expect(verifyOn({})).rejects.toThrow(/knows no table chain.moods/);
    await indexed.db.execute(sql`drop table chain.moods`);
  });
});

describe("given an address that was only made somebody's operator", () => {
  it("then it is not taken for nobody's", async () => {
    await writeHead({ block: 9 });
    const approval = tokenLog("ApprovalForAll", [hash(1), hash(2)], hash(1));
    const { rpcUrl, stop } = await startFakeNode({ ...NODE, eth_getLogs: onlyLog(approval) });
    const options = { rpcUrl, databaseUrl: indexed.url, progress: silent };
    const verdict = await verify({ ...options, address: numberToHex(2, { size: 20 }) }).finally(stop);
    expect(verdict.differences).toMatchObject([{ table: "operator_approval", database: null }]);
  });
});

describe("given a node that refuses long ranges", () => {
  it("then they are halved until it answers, and every block is asked for once", async () => {
    await writeHead({ block: 9 });
    const answered: number[] = [];
    const atMostThree: Answers[string] = ([range]) => {
      const { fromBlock, toBlock, topics } = range as unknown as { fromBlock: Hex; toBlock: Hex; topics?: Hex[][] };
      const [from, to] = [Number(fromBlock), Number(toBlock)];
      if (to - from > 2) throw new Error("at most three blocks");
      // Panels are asked for apart, by topics.
      for (let block = from; block <= to && !topics?.length; block += 1) answered.push(block);
      return [];
    };
    expect(await verifyOn({ eth_getLogs: atMostThree })).toMatchObject({ differing: 0, events: 0 });
    expect(answered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("given a node that refuses ranges of more than a hundred blocks", () => {
  it("then it is not asked for longer ones again and again", async () => {
    await writeHead({ block: 9_999 });
    let refused = 0;
    const atMostHundred: Answers[string] = ([range]) => {
      const { fromBlock, toBlock } = range as unknown as { fromBlock: Hex; toBlock: Hex };
      if (Number(toBlock) - Number(fromBlock) < 100) return [];
      refused += 1;
      throw new Error("at most a hundred blocks");
    };
    const answers = { eth_getLogs: atMostHundred, eth_blockNumber: () => numberToHex(9_999) };
    expect(await verifyOn(answers)).toMatchObject({ differing: 0 });
    // Of some hundred and fifty ranges; each question is asked for the contracts and for panels, and tried twice.
    expect(refused).toBeLessThan(60);
  });
});

describe("given an index with a row that the chain does not have", () => {
  it("then it is told, as a line and as JSON, and the exit says so", async () => {
    await writeHead({ block: 9 });
    const node = await startFakeNode(NODE);
    const args = ["--rpc", node.rpcUrl, "--database", indexed.url];
    expect(await command(args)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/The database equals the chain at block 9/) as unknown,
    });
    await indexed.db.execute(sql`insert into chain.payout values (${hash(1)}, ${hash(2)})`);
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

async function verifyOn(answers: Answers, databaseUrl = indexed.url): Promise<Verdict> {
  const { rpcUrl, stop } = await startFakeNode({ ...NODE, ...answers });
  try {
    return await verify({ rpcUrl, databaseUrl, progress: silent });
  } finally {
    stop();
  }
}

/** One sentence after whatever progress was told, and nothing on the standard output. */
function refused(sentence: RegExp): unknown {
  const line = new RegExp(`(^|\\n)verify: .*${sentence.source}`);
  return { code: 2, out: "", said: expect.stringMatching(line) as unknown };
}

/** A log of the token's, as a node tells it. */
function tokenLog(eventName: "Renewed" | "ApprovalForAll", indexed: Hex[], data: Hex): object {
  const topics = [...encodeEventTopics({ abi: timeTokenAbi, eventName }), ...indexed];
  const place = { blockNumber: "0x5", blockHash: hash(5), transactionHash: hash(77), transactionIndex: "0x0" };
  return { address: deployments[31337].token, topics, data, logIndex: "0x3", removed: false, ...place };
}

/** Panels are asked for apart, by topics. */
function onlyLog(log: object): Answers[string] {
  return ([range]) => ((range as unknown as { topics?: Hex[] }).topics?.length ? [] : [log]);
}

type HeadOf = { block: number; chainId?: number; hash?: Hex };

async function writeHead({ block, chainId = 31337, hash: own = hash(block) }: HeadOf): Promise<void> {
  await indexed.db.execute(sql`delete from chain.head`);
  await indexed.db.execute(
    sql`insert into chain.head values (${chainId}, ${block}, ${own}, ${hash(block - 1)}, ${90_000})`,
  );
}
