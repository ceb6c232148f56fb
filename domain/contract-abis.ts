import type { Abi, Address } from "viem";
import {
  arbiterRegistryAbi,
  forwarderAbi,
  offerBookAbi,
  ratingBookAbi,
  timeEscrowAbi,
  timeSwapAbi,
  timeTokenAbi,
} from "./generated/abi.ts";

/** The system's contracts, under the names their deployment gives them. */
export const CONTRACT_ABIS = {
  token: timeTokenAbi,
  escrow: timeEscrowAbi,
  offerBook: offerBookAbi,
  ratingBook: ratingBookAbi,
  arbiterRegistry: arbiterRegistryAbi,
  swap: timeSwapAbi,
  forwarder: forwarderAbi,
} as const satisfies Record<string, Abi>;

/** Where each of them stands on one chain. */
export type Contracts = Record<keyof typeof CONTRACT_ABIS, Address>;

export const CONTRACT_NAMES = Object.keys(CONTRACT_ABIS) as (keyof Contracts)[];
