import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeDeployData, getContractAddress, type Address, type Hex } from "viem";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import { ROOT } from "#scripts/root.ts";
import { addressOf, deployerAddress } from "./accounts.ts";
import type { Handle } from "./members.ts";
import type { DemoContracts } from "./transaction.ts";

/** The three arbiters of the community, who also rule together; two of them decide. */
const SEATS: readonly Handle[] = ["nadia", "greta", "anton"];
const THRESHOLD = 2;

/** How many transactions the contracts' deployment takes: the panel is the deployer's next. */
const DEPLOYED_BEFORE = 6n;

/** Where the panel stands, in lower case: the same at every start. */
export const PANEL_ADDRESS = getContractAddress({
  from: deployerAddress,
  nonce: DEPLOYED_BEFORE,
}).toLowerCase() as Address;

/** @returns the data of the transaction that makes the panel; the contracts must have been built */
export async function panelCreation({ escrow, arbiterRegistry, forwarder }: DemoContracts): Promise<Hex> {
  const artifact = join(ROOT, "artifacts/contracts/ArbiterPanel.sol/ArbiterPanel.json");
  const { bytecode } = JSON.parse(await readFile(artifact, "utf8")) as { bytecode: Hex };
  const args = [escrow, arbiterRegistry, forwarder, SEATS.map(addressOf), BigInt(THRESHOLD)] as const;
  return encodeDeployData({ abi: arbiterPanelAbi, bytecode, args });
}
