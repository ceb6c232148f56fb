import { encodeEventTopics, numberToHex, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { verify } from "#scripts/verify/verify.ts";
import { hash, NODE, openEmptyIndex, silent, type EmptyIndex } from "./empty-index.ts";
import { startFakeNode, type Answers } from "#test/support/fake-node.ts";

let index: EmptyIndex;

beforeAll(async () => {
  index = await openEmptyIndex();
});

afterAll(() => index?.close());

describe("given a node whose answers cannot be", () => {
  it("when the node has no such block, or none at all, then it is not a crash", async () => {
    await index.writeHead({ block: 9 });
    const refuses = () => {
      throw new Error("no key");
    };
    await expect(index.verifyOn({ eth_getCode: refuses })).rejects.toThrow(/No node answers/);
    await expect(index.verifyOn({ eth_blockNumber: () => null })).rejects.toThrow(/does not tell its blocks/);
    await expect(index.verifyOn({ eth_getBlockByNumber: () => null })).rejects.toThrow(/does not tell its blocks/);
  });

  it("when the node cuts a log short, or names an id in it that is none, then the log is named", async () => {
    await index.writeHead({ block: 9 });
    const renewed = (id: number, data: Hex) => tokenLog("Renewed", [hash(1), hash(2), hash(id)], data);
    await expect(index.verifyOn({ eth_getLogs: onlyLog(renewed(0, "0x")) })).rejects.toThrow(
      /^Log 3 of 0x0+4d is no whole Renewed: the node changes logs/,
    );
    await expect(index.verifyOn({ eth_getLogs: onlyLog(renewed(7, hash(60))) })).rejects.toThrow(
      /^Log 3 of 0x0+4d cannot be: not a token id: /,
    );
  });

  it("when the node refuses even a single block's logs, then it is not taken for an empty chain", async () => {
    await index.writeHead({ block: 9 });
    const refuses = () => {
      throw new Error("too many");
    };
    await expect(index.verifyOn({ eth_getLogs: refuses })).rejects.toThrow(/refuses the logs of block 0/);
  });
});

describe("given a node that refuses long ranges", () => {
  it("then they are halved until it answers, and every block is asked for once", async () => {
    await index.writeHead({ block: 9 });
    const answered: number[] = [];
    const atMostThree: Answers[string] = ([range]) => {
      const { fromBlock, toBlock, topics } = range as unknown as { fromBlock: Hex; toBlock: Hex; topics?: Hex[][] };
      const [from, to] = [Number(fromBlock), Number(toBlock)];
      if (to - from > 2) throw new Error("at most three blocks");
      // Panels are asked for apart, by topics.
      for (let block = from; block <= to && !topics?.length; block += 1) answered.push(block);
      return [];
    };
    expect(await index.verifyOn({ eth_getLogs: atMostThree })).toMatchObject({ differing: 0, events: 0 });
    expect(answered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("given a node that refuses ranges of more than a hundred blocks", () => {
  it("then it is not asked for longer ones again and again", async () => {
    await index.writeHead({ block: 9_999 });
    let refused = 0;
    const atMostHundred: Answers[string] = ([range]) => {
      const { fromBlock, toBlock } = range as unknown as { fromBlock: Hex; toBlock: Hex };
      if (Number(toBlock) - Number(fromBlock) < 100) return [];
      refused += 1;
      throw new Error("at most a hundred blocks");
    };
    const answers = { eth_getLogs: atMostHundred, eth_blockNumber: () => numberToHex(9_999) };
    expect(await index.verifyOn(answers)).toMatchObject({ differing: 0 });
    // Of some hundred and fifty ranges; each question is asked for the contracts and for panels, and tried twice.
    expect(refused).toBeLessThan(60);
  });
});

describe("given an address that was only made somebody's operator", () => {
  it("then it is not taken for nobody's", async () => {
    await index.writeHead({ block: 9 });
    const approval = tokenLog("ApprovalForAll", [hash(1), hash(2)], hash(1));
    const { rpcUrl, stop } = await startFakeNode({ ...NODE, eth_getLogs: onlyLog(approval) });
    const options = { rpcUrl, databaseUrl: index.url, progress: silent };
    const verdict = await verify({ ...options, address: numberToHex(2, { size: 20 }) }).finally(stop);
    expect(verdict.differences).toMatchObject([{ table: "operator_approval", database: null }]);
  });
});

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
