import type { Address } from "viem";
import { deployments } from "#domain/generated/deployments.ts";
import { env } from "#web/lib/env.ts";

/** Our contracts on the chain we are on; plain data, so that it travels in a page. */
export type System = {
  chainId: number;
  forwarder: Address;
  escrow: Address;
  token: Address;
  offerBook: Address;
  ratingBook: Address;
  arbiterRegistry: Address;
};

/** @throws where the contracts are not deployed on the configured chain */
export function system(): System {
  const { CHAIN_ID } = env();
  const found = (deployments as Partial<Record<number, Omit<System, "chainId">>>)[CHAIN_ID];
  if (!found) throw new Error(`No contracts are known on chain ${CHAIN_ID}; run npm run generate`);
  const { forwarder, escrow, token, offerBook, ratingBook, arbiterRegistry } = found;
  return { chainId: CHAIN_ID, forwarder, escrow, token, offerBook, ratingBook, arbiterRegistry };
}
