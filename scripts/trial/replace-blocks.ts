import { askChain } from "../chain/rpc.ts";
import { chainHead, untilLive } from "./index-status.ts";
import type { Trial } from "./rounds.ts";

/**
 * Lets the index have so many blocks of deals, then takes them back and lets other deals happen in more blocks.
 * @param reverted told the moment they are taken back
 * @returns how many blocks were taken back
 */
export async function replaceBlocks(
  { ground, traffic, random }: Trial,
  depth: number,
  reverted: () => void = () => undefined,
): Promise<number> {
  const { rpcUrl } = ground;
  const snapshot = await askChain(rpcUrl, "evm_snapshot");
  const before = await chainHead(rpcUrl);
  // The wait for the index mines one, too.
  for (let block = 1; block < depth; block += 1) await traffic.step();
  await untilLive(ground);
  const { block } = await chainHead(rpcUrl);
  await askChain(rpcUrl, "evm_revert", [snapshot]);
  reverted();
  traffic.forget();
  const others = depth + random.between(1, 3);
  for (let other = 0; other < others; other += 1) await traffic.step();
  return block - before.block;
}
