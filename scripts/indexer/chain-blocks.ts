import { lacksParent } from "#domain/block-parent.ts";
import { askChain } from "../chain/rpc.ts";

/** As much of a block as its place on a chain takes. */
export type Block = { number: number; hash: string; parentHash: string; timestamp: number };

/** The node does not answer, or with nothing but errors. */
export class NodeAway extends Error {
  override name = "NodeAway";
}

/** Reads blocks of the node's chain. */
export type BlockReader = {
  /** @returns null where the node does not know the block; @throws NodeAway */
  read(place: number | "latest"): Promise<Block | null>;
};

/** A node that takes longer is as good as away. */
const PATIENCE_MS = 3_000;
/** One error in a row of good answers is no outage. */
const TRIES = 4;

type RpcBlock = { number: string; hash: string; parentHash: string; timestamp: string } | null;

export function createBlockReader(rpcUrl: string): BlockReader {
  async function ask(place: number | "latest", left: number): Promise<RpcBlock> {
    const params = [typeof place === "number" ? `0x${place.toString(16)}` : place, false];
    try {
      return (await askChain(rpcUrl, "eth_getBlockByNumber", params, PATIENCE_MS)) as RpcBlock;
    } catch (error) {
      // A time-out has been waited for long enough.
      if (left === 1 || (error as Error).name === "TimeoutError")
        throw new NodeAway("The node does not answer.", { cause: error });
      return ask(place, left - 1);
    }
  }

  return {
    async read(place) {
      const block = await ask(place, TRIES);
      if (!block) return null;
      const { hash, parentHash } = block;
      const [number, timestamp] = [Number(block.number), Number(block.timestamp)];
      const parent = lacksParent({ number, parentHash }) ? await ask(number - 1, TRIES) : null;
      return { number, hash, parentHash: parent?.hash ?? parentHash, timestamp };
    },
  };
}
