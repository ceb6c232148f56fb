import { inArray } from "drizzle-orm";
import type { Abi, Address } from "viem";
import { CONTRACT_ABIS, CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import { panel } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** What a contract of ours is called on-chain, and what it can say. */
export type OurContract = { name: string; abi: Abi };

/** By address, lower case. */
export type OurContracts = ReadonlyMap<Address, OurContract>;

const NAMES: Record<keyof Contracts, string> = {
  token: "TimeToken",
  escrow: "TimeEscrow",
  offerBook: "OfferBook",
  ratingBook: "RatingBook",
  arbiterRegistry: "ArbiterRegistry",
  swap: "TimeSwap",
  forwarder: "ERC2771Forwarder",
};

const PANEL: OurContract = { name: "ArbiterPanel", abi: arbiterPanelAbi };

/** @returns the system's contracts, and which of `speakers` are panels of arbiters that our index knows */
export async function findOurContracts(
  db: Database,
  system: Contracts,
  speakers: Iterable<Address>,
): Promise<OurContracts> {
  const contracts = new Map<Address, OurContract>(
    CONTRACT_NAMES.map((key) => [system[key], { name: NAMES[key], abi: CONTRACT_ABIS[key] }]),
  );
  const strangers = [...new Set(speakers)].filter((address) => !contracts.has(address));
  if (strangers.length === 0) return contracts;
  const panels = await db.select({ address: panel.address }).from(panel).where(inArray(panel.address, strangers));
  for (const { address } of panels) contracts.set(address, PANEL);
  return contracts;
}
