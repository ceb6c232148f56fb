import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { numberToHex, type Hex } from "viem";
import { ROOT } from "../root.ts";
import { hashSources } from "../stack/source-hash.ts";
import type { Deployment } from "./deploy.ts";
import { askChain } from "./rpc.ts";

/** What the compiler and Ignition make a deployment from. */
const SOURCES = ["contracts", "hardhat.config.ts", "package-lock.json", "scripts/chain/deploy.ts"];

type Sent = { from: Hex; gas: Hex; input: Hex };

/** The transactions that Ignition sent to a chain that had just begun, and where the contracts stood afterwards. */
type Recording = { transactions: Sent[]; deployment: Deployment };

/**
 * Deploys the contracts on a local chain that has just begun: with Ignition, or by sending once more what it sent the last time
 * these sources were deployed, which spares two seconds in which Hardhat loads. On another chain, always with Ignition.
 * @throws Error when a contract has no code afterwards
 */
export async function deployOnFreshChain(rpcUrl: string): Promise<Deployment> {
  if (!(await hasJustBegun(rpcUrl))) return byIgnition(rpcUrl);
  const file = join(ROOT, "cache", `deployment-${await hashSources(SOURCES)}.json`);
  const recording = await readRecording(file);
  if (recording) return play(rpcUrl, recording);
  const deployment = await byIgnition(rpcUrl);
  await keep(file, { transactions: await listTransactions(rpcUrl), deployment });
  return deployment;
}

async function byIgnition(rpcUrl: string): Promise<Deployment> {
  const { deployWithIgnition } = await import("./deploy.ts");
  return deployWithIgnition(rpcUrl);
}

/** Where the deployer has sent something before, the contracts stand elsewhere than on other chains. */
async function hasJustBegun(rpcUrl: string): Promise<boolean> {
  const [deployer] = (await askChain(rpcUrl, "eth_accounts")) as Hex[];
  return Number(await askChain(rpcUrl, "eth_getTransactionCount", [deployer, "latest"])) === 0;
}

/** @returns null where there is none, or half of one */
async function readRecording(file: string): Promise<Recording | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Recording;
  } catch {
    return null;
  }
}

/** Written beside it first: others may read meanwhile. */
async function keep(file: string, recording: Recording): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, JSON.stringify(recording));
  await rename(beside, file);
}

async function play(rpcUrl: string, { transactions, deployment }: Recording): Promise<Deployment> {
  for (const { from, gas, input } of transactions)
    await askChain(rpcUrl, "eth_sendTransaction", [{ from, gas, data: input }]);
  const { startBlock: _, ...contracts } = deployment;
  for (const [name, address] of Object.entries(contracts))
    if ((await askChain(rpcUrl, "eth_getCode", [address, "latest"])) === "0x")
      throw new Error(`Nothing stands at ${address}, where ${name} was deployed.`);
  return deployment;
}

async function listTransactions(rpcUrl: string): Promise<Sent[]> {
  const newest = Number(await askChain(rpcUrl, "eth_blockNumber"));
  const blocks = await Promise.all(
    Array.from({ length: newest + 1 }, (_, number) =>
      askChain(rpcUrl, "eth_getBlockByNumber", [numberToHex(number), true]),
    ),
  );
  return (blocks as { transactions: Sent[] }[])
    .flatMap(({ transactions }) => transactions)
    .map(({ from, gas, input }) => ({ from, gas, input }));
}
