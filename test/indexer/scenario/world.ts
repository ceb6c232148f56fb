import {
  createTestClient,
  publicActions,
  walletActions,
  webSocket,
  type Abi,
  type Address,
  type Chain,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type Hex,
} from "viem";
import { mnemonicToAccount, type HDAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";

/** The system's contracts on one chain. */
export type Contracts = { token: Address; escrow: Address; ratingBook: Address; forwarder: Address };

const MNEMONIC = "test test test test test test test test test test test junk";

/** Account `index` of the mnemonic that Hardhat's node funds; 0 deploys. */
export function accountAt(index: number): HDAccount {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index });
}

/** A chain to act on, with the system deployed. */
export type World = ReturnType<typeof openWorld>;

/**
 * @param rpcUrl JSON-RPC of a Hardhat node, http
 * @param contracts what is deployed there
 */
export function openWorld(rpcUrl: string, contracts: Contracts) {
  const chain: Chain = { ...hardhat, rpcUrls: { default: { http: [rpcUrl] } } };
  const transport = webSocket(rpcUrl.replace(/^http/, "ws"));
  const client = createTestClient({ mode: "hardhat", chain, transport, pollingInterval: 20 })
    .extend(publicActions)
    .extend(walletActions);
  const abis = { token: timeTokenAbi, escrow: timeEscrowAbi, ratingBook: ratingBookAbi } as const;

  /** Sends one transaction and waits until it is mined. @throws where it reverts */
  async function act<
    const name extends keyof typeof abis,
    functionName extends ContractFunctionName<(typeof abis)[name], "nonpayable">,
  >(
    who: HDAccount,
    name: name,
    functionName: functionName,
    args: ContractFunctionArgs<(typeof abis)[name], "nonpayable", functionName>,
  ): Promise<Hex> {
    const [abi, called]: [Abi, string] = [abis[name], functionName];
    const hash = await client.writeContract({
      account: who,
      chain,
      address: contracts[name],
      abi,
      functionName: called,
      args: args as readonly unknown[],
    });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`${name}.${functionName} reverted`);
    return hash;
  }

  /** @returns unix second of the newest block */
  async function now(): Promise<number> {
    return Number((await client.getBlock()).timestamp);
  }

  /** Lets time pass until `second`, in one block. */
  async function waitUntil(second: number): Promise<void> {
    await client.setNextBlockTimestamp({ timestamp: BigInt(second) });
    await client.mine({ blocks: 1 });
  }

  /** Lets go of the connection; without this its end with the node would be an error. */
  async function close(): Promise<void> {
    const socket = await client.transport.getRpcClient();
    socket.close();
  }

  return { client, chain, contracts, act, now, waitUntil, close };
}
