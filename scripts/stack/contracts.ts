import { deployments } from "#domain/generated/deployments.ts";
import { askChain } from "../chain/rpc.ts";
import { Failure } from "../failure.ts";

/**
 * Makes sure the contracts stand where the generated addresses say.
 * @returns the chain's id
 * @throws Failure when the node does not answer, or they do not
 */
export async function requireContracts(rpcUrl: string): Promise<number> {
  const ask = (method: string, params: readonly unknown[] = []) =>
    askChain(rpcUrl, method, params).catch((cause: unknown) => {
      throw new Failure(`No node answers at RPC_URL (${rpcUrl}).`, { cause });
    });
  const chainId = Number(await ask("eth_chainId"));
  const known = Object.entries(deployments).find(([id]) => Number(id) === chainId)?.[1];
  if (!known)
    throw new Failure(`No contracts are known on chain ${chainId}: run npm run deploy first (docs/deploying.md).`);
  const needed = ["forwarder", "escrow", "token", "offerBook", "ratingBook", "arbiterRegistry", "swap"] as const;
  for (const name of needed) {
    if ((await ask("eth_getCode", [known[name], "latest"])) === "0x") {
      throw new Failure(
        `Nothing stands at ${known[name]} on chain ${chainId}, where ${name} should: run npm run generate, or npm run deploy.`,
      );
    }
  }
  return chainId;
}
