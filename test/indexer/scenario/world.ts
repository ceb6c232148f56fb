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
import { CONTRACT_ABIS, type Contracts } from "#domain/contract-abis.ts";

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

  /** Sends one transaction and waits until it is mined. @throws where it reverts */
  async function act<
    const name extends keyof typeof CONTRACT_ABIS,
    functionName extends ContractFunctionName<(typeof CONTRACT_ABIS)[name], "nonpayable" | "payable">,
  >(
    who: HDAccount,
    name: name,
    functionName: functionName,
    args: ContractFunctionArgs<(typeof CONTRACT_ABIS)[name], "nonpayable" | "payable", functionName>,
  ): Promise<Hex> {
    const call = {
      address: contracts[name],
      abi: CONTRACT_ABIS[name] as Abi,
      functionName,
      args: args as readonly unknown[],
    };
    return actOn(who, call);
  }

  /** The same with a contract that is not one of the system's. */
  async function actOn(
    who: HDAccount,
    call: { address: Address; abi: Abi; functionName: string; args: readonly unknown[] },
  ): Promise<Hex> {
    const hash = await client.writeContract({ account: who, chain, ...call });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`${call.functionName} at ${call.address} reverted`);
    return hash;
  }

  /** Deploys a contract. @returns where it stands, in lower case */
  async function deploy(
    who: HDAccount,
    code: { abi: Abi; bytecode: Hex; args?: readonly unknown[] },
  ): Promise<Address> {
    const hash = await client.deployContract({ account: who, chain, args: [], ...code });
    const { contractAddress, status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success" || !contractAddress) throw new Error("A contract cannot be deployed");
    return contractAddress.toLowerCase() as Address;
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

  return { client, chain, contracts, act, actOn, deploy, now, waitUntil, close };
}
