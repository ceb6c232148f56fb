import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";
import config from "../../hardhat.config.ts";
import TimeTokenModule from "../../contracts/ignition/modules/TimeToken.ts";
import { Failure } from "../failure.ts";
import { ROOT } from "../root.ts";
import { buildContracts } from "./build.ts";
import { LOCAL_CHAIN } from "./local.ts";
import { type Deployed, proveBytecode } from "./prove.ts";

/** Where the system stands on one chain. */
export interface Deployment {
  forwarder: `0x${string}`;
  descriptor: `0x${string}`;
  escrow: `0x${string}`;
  token: `0x${string}`;
  offerBook: `0x${string}`;
  ratingBook: `0x${string}`;
  arbiterRegistry: `0x${string}`;
  swap: `0x${string}`;
  /** The block from which on there is anything to index. */
  startBlock: number;
}

/** How often Ignition looks for its transactions: a local chain mines them at once. */
const LOCAL_POLLING = { blockPollingInterval: 20, requiredConfirmations: 1 };

/**
 * Deploys the contracts with Hardhat Ignition on a chain that has just begun.
 * @throws Error when a contract has no code afterwards
 */
export async function deployWithIgnition(rpcUrl: string): Promise<Deployment> {
  const hre = await builtProject();
  const connection = await hre.network.create({ network: "remote", override: { url: rpcUrl } });
  try {
    return await deployOnce(connection);
  } finally {
    await connection.close();
  }
}

/**
 * Deploys on a chain that stays, or finishes a deployment that was cut short: its journal is kept. Then proves that what
 * stands there is what the sources say.
 * @param network one of hardhat.config.ts
 * @returns the chain's id, and where everything stands
 * @throws Failure when there is no such network, its node is silent, or code on the chain is not what the sources give
 */
export async function deployToStay(network: string): Promise<{ chainId: number; deployment: Deployment }> {
  const hre = await builtProject();
  const networks = Object.entries(hre.config.networks).flatMap(([name, { type }]) => (type === "http" ? [name] : []));
  if (!networks.includes(network)) throw new Failure(`Name a network: --network with ${networks.join(", ")}.`);
  const connection = await hre.network.create({ network });
  try {
    const client = await connection.viem.getPublicClient();
    const [chainId, newest] = await Promise.all([client.getChainId(), client.getBlockNumber()]).catch(() => {
      throw new Failure(`The node of ${network} does not answer: start it, or set the address it has.`);
    });
    const deployment =
      chainId === LOCAL_CHAIN.id
        ? await deployOnce(connection)
        : { ...(await deploy(connection, { deploymentId: `chain-${chainId}` })), startBlock: Number(newest) };
    await proveBytecode(hre, client, deployedBy(deployment), deployment.startBlock);
    return { chainId, deployment };
  } finally {
    await connection.close();
  }
}

function deployedBy({
  forwarder,
  descriptor,
  escrow,
  token,
  offerBook,
  ratingBook,
  arbiterRegistry,
  swap,
}: Deployment): Deployed[] {
  return [
    { name: "Forwarder", address: forwarder },
    { name: "TokenDescriptor", address: descriptor },
    { name: "TimeEscrow", address: escrow },
    { name: "TimeToken", address: token, madeBy: "TimeEscrow" },
    { name: "OfferBook", address: offerBook, madeBy: "TimeEscrow" },
    { name: "RatingBook", address: ratingBook },
    { name: "ArbiterRegistry", address: arbiterRegistry },
    { name: "TimeSwap", address: swap },
  ];
}

/** Deploys on a chain inside this process, and tells where everything stands on any local chain that has just begun. */
export async function deployInProcess(): Promise<Deployment> {
  const hre = await builtProject();
  const connection = await hre.network.create({ network: "node", override: { mining: { auto: true, interval: 0 } } });
  try {
    return await deployOnce(connection);
  } finally {
    await connection.close();
  }
}

/** Hardhat, with the contracts compiled where their sources changed. */
async function builtProject(): Promise<HardhatRuntimeEnvironment> {
  const hre = await createHardhatRuntimeEnvironment(config, {}, ROOT);
  await buildContracts(hre);
  return hre;
}

async function deployOnce(connection: NetworkConnection): Promise<Deployment> {
  // Ignition's journal is by default named by the chain's id. What it remembers of a chain that is gone would make it
  // deploy nothing, and say nothing, on the next one of that id: each deployment has a journal of its own.
  const deploymentId = `once-${randomUUID()}`;
  try {
    return { ...(await deploy(connection, { deploymentId, config: LOCAL_POLLING })), startBlock: 0 };
  } finally {
    await rm(join(ROOT, "contracts/ignition/deployments", deploymentId), { recursive: true, force: true });
  }
}

async function deploy(connection: NetworkConnection, options: { deploymentId: string; config?: typeof LOCAL_POLLING }) {
  const deployed = await connection.ignition.deploy(TimeTokenModule, options);
  const { forwarder, descriptor, escrow, ratingBook, arbiterRegistry, swap } = deployed;
  const contracts = {
    forwarder: forwarder.address,
    descriptor: descriptor.address,
    escrow: escrow.address,
    token: await escrow.read.token(),
    offerBook: await escrow.read.offerBook(),
    ratingBook: ratingBook.address,
    arbiterRegistry: arbiterRegistry.address,
    swap: swap.address,
  };
  await requireCode(connection, contracts);
  return contracts;
}

async function requireCode(connection: NetworkConnection, contracts: Record<string, `0x${string}`>): Promise<void> {
  const client = await connection.viem.getPublicClient();
  for (const [name, address] of Object.entries(contracts)) {
    if (!(await client.getCode({ address })))
      throw new Error(`Nothing stands at ${address}, where ${name} was deployed.`);
  }
}
