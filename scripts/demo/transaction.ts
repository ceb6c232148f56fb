import type { Address, Hex } from "viem";
import type { Handle } from "./members.ts";

/** The deployed contracts the demo plays on. */
export interface DemoContracts {
  escrow: Address;
  token: Address;
  ratingBook: Address;
  offerBook: Address;
  arbiterRegistry: Address;
  swap: Address;
  forwarder: Address;
}

/** What planning needs to know: when the story ends and where it happens. */
export interface Stage {
  /** Unix seconds of the start of the demo. Chain and app must be given the same. */
  now: number;
  chainId: number;
  contracts: DemoContracts;
}

/** One step of the story as one transaction. */
export interface DemoTransaction {
  /** For messages: which deal or promise, and what is done. */
  name: string;
  /** Unix seconds of its block. */
  at: number;
  from: Handle | "deployer";
  /** Null where it makes a contract. */
  to: Address | null;
  data: Hex;
}
