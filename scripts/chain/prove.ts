import { join } from "node:path";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Address, type Hex, hexToBytes, type PublicClient, size } from "viem";
import { Failure } from "../failure.ts";
import { ROOT } from "../root.ts";

/** A contract that was deployed: its name, which is its file's too, and where it stands. */
export interface Deployed {
  name: string;
  address: Address;
  /** The contract whose constructor made it; none where a transaction did. */
  madeBy?: string;
}

interface Compiled {
  creation: Hex;
  runtime: Hex;
  /** Where the constructor writes into the code: [first byte, length]. */
  immutables: [start: number, length: number][];
}

interface SolcOutput {
  contracts: Record<string, Record<string, SolcContract>>;
}

interface SolcContract {
  evm: {
    bytecode: { object: string };
    deployedBytecode: { object: string; immutableReferences: Record<string, { start: number; length: number }[]> };
  };
}

/**
 * Proves that what stands on a chain is what the sources say: compiles the standard-JSON input that a block explorer
 * would be sent, and holds it to the chain byte by byte. What a transaction made is held to that transaction's data and
 * to what its constructor returns on the block before; what a contract made, to its code outside the immutables.
 * @param fromBlock the first block that can hold a deployment
 * @throws Failure naming the first contract whose code differs
 */
export async function proveBytecode(
  hre: HardhatRuntimeEnvironment,
  client: PublicClient,
  deployed: readonly Deployed[],
  fromBlock: number,
): Promise<void> {
  const creations = await findCreations(client, fromBlock);
  for (const { name, address, madeBy } of deployed) {
    const compiled = await recompile(hre, madeBy ?? name, name);
    const code = (await client.getCode({ address })) ?? "0x";
    if (madeBy) {
      requireEqual(name, masked(code, compiled), masked(compiled.runtime, compiled));
      continue;
    }
    const creation = creations.get(address.toLowerCase());
    if (!creation) throw new Failure(`No transaction since block ${fromBlock} made ${name} at ${address}.`);
    const { from, input, blockNumber } = creation;
    requireEqual(name, input.slice(0, compiled.creation.length), compiled.creation);
    const { data } = await client.call({ account: from, data: input, blockNumber: blockNumber - 1n });
    requireEqual(name, code, data ?? "0x");
  }
}

async function findCreations(client: PublicClient, fromBlock: number) {
  const creations = new Map<string, { from: Address; input: Hex; blockNumber: bigint }>();
  const newest = await client.getBlockNumber();
  for (let blockNumber = BigInt(fromBlock); blockNumber <= newest; blockNumber += 1n) {
    const { transactions } = await client.getBlock({ blockNumber, includeTransactions: true });
    for (const { hash, from, to, input } of transactions) {
      if (to) continue;
      const { contractAddress } = await client.getTransactionReceipt({ hash });
      if (contractAddress) creations.set(contractAddress.toLowerCase(), { from, input, blockNumber });
    }
  }
  return creations;
}

const outputs = new Map<string, Promise<SolcOutput>>();

async function recompile(hre: HardhatRuntimeEnvironment, root: string, name: string): Promise<Compiled> {
  const output = outputs.get(root) ?? compileAlone(hre, root);
  outputs.set(root, output);
  const { contracts } = await output;
  const contract = Object.entries(contracts).find(([file]) => file.endsWith(`/${name}.sol`))?.[1][name];
  if (!contract) throw new Failure(`${root}.sol does not give ${name}.`);
  const { bytecode, deployedBytecode } = contract.evm;
  return {
    creation: `0x${bytecode.object}`,
    runtime: `0x${deployedBytecode.object}`,
    immutables: Object.values(deployedBytecode.immutableReferences)
      .flat()
      .map(({ start, length }) => [start, length]),
  };
}

/** Compiles one file as an explorer would: the input Hardhat's verification submits, and nothing else. */
async function compileAlone({ solidity }: HardhatRuntimeEnvironment, root: string): Promise<SolcOutput> {
  const path = join(ROOT, "contracts", `${root}.sol`);
  const jobs = await solidity.getCompilationJobs([path], { quiet: true, force: true });
  const job = jobs.success ? jobs.compilationJobsPerFile.get(path) : undefined;
  if (!job) throw new Failure(`${root}.sol cannot be compiled on its own.`);
  const { output } = await solidity.runCompilationJob(job, { quiet: true });
  return output as SolcOutput;
}

/** The code with zeros where the constructor wrote. */
function masked(code: Hex, { immutables }: Compiled): string {
  const bytes = hexToBytes(code);
  for (const [start, length] of immutables) bytes.fill(0, start, start + length);
  return Buffer.from(bytes).toString("hex");
}

function requireEqual(name: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new Failure(
    `The code of ${name} on the chain (${size(`0x${found.replace(/^0x/, "")}`)} bytes) is not what its sources give: ` +
      `compile the same commit with the same settings, or deploy anew.`,
  );
}
