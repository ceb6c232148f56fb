import { CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { env } from "#web/lib/env.ts";

/** Our contracts on the chain we are on; plain data, so that it travels in a page. */
export type System = Contracts & { chainId: number };

/** @throws where the contracts are not deployed on the configured chain */
export function system(): System {
  const { CHAIN_ID } = env();
  const found = (deployments as Partial<Record<number, Contracts>>)[CHAIN_ID];
  if (!found) throw new Error(`No contracts are known on chain ${CHAIN_ID}; run npm run generate`);
  const contracts = Object.fromEntries(CONTRACT_NAMES.map((name) => [name, found[name]])) as Contracts;
  return { chainId: CHAIN_ID, ...contracts };
}
