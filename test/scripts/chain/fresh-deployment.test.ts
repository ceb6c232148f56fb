import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deployWithIgnition } from "#scripts/chain/deploy.ts";
import { deployOnFreshChain } from "#scripts/chain/fresh-deployment.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { askChain } from "#scripts/chain/rpc.ts";
import { createFamily, type Family } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";

let family: Family;

beforeAll(() => {
  family = createFamily(() => undefined);
});

afterAll(() => family.end());

const startChain = async () => startLocalNode(family, { port: await freePort() });

const codesAt = async (rpcUrl: string, { startBlock: _, ...contracts }: { startBlock: number }) =>
  Promise.all(
    Object.values<string>(contracts).map(async (address) => [
      address,
      await askChain(rpcUrl, "eth_getCode", [address, "latest"]),
    ]),
  );

describe("given chains that have just begun", () => {
  test("when what Ignition sent is sent once more, then the same contracts stand in the same places", async () => {
    const [byIgnition, first, again] = await Promise.all([startChain(), startChain(), startChain()]);
    const deployment = await deployWithIgnition(byIgnition);
    expect(await deployOnFreshChain(first)).toEqual(deployment);
    expect(await deployOnFreshChain(again)).toEqual(deployment);
    const codes = await codesAt(byIgnition, deployment);
    expect(codes.every(([, code]) => String(code).length > 2)).toBe(true);
    expect(await codesAt(first, deployment)).toEqual(codes);
    expect(await codesAt(again, deployment)).toEqual(codes);
  });
});

describe("given a chain on which the deployer has sent something before", () => {
  test("when the contracts are deployed, then they stand elsewhere, where it is said, and on the next chain as ever", async () => {
    const [begun, used, next] = await Promise.all([startChain(), startChain(), startChain()]);
    const usual = await deployOnFreshChain(begun);
    const [deployer] = (await askChain(used, "eth_accounts")) as string[];
    await askChain(used, "eth_sendTransaction", [{ from: deployer, to: deployer, value: "0x1" }]);
    const deployment = await deployOnFreshChain(used);
    expect(deployment.escrow).not.toBe(usual.escrow);
    expect((await codesAt(used, deployment)).every(([, code]) => String(code).length > 2)).toBe(true);
    expect(await deployOnFreshChain(next)).toEqual(usual);
  });
});
