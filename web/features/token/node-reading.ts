import type { Address, PublicClient } from "viem";
import { z } from "zod";
import { timeTokenAbi } from "#domain/generated/abi.ts";

/** What the contract itself says of an id, read from the node. Amounts in the id's unit. */
export type NodeReading = {
  block: bigint;
  minted: bigint;
  burned: bigint;
  /** Unix seconds. */
  createdAt: number;
  /** In the order of the holders asked for. */
  balances: bigint[];
  picture: TokenPicture | null;
};

/** What the token's own description says (ERC-1155 metadata). */
export type TokenPicture = { name: string; image: string };

const describes = z.object({ name: z.string(), image: z.string().startsWith("data:image/") });

/**
 * Reads an id at one block, so that its numbers belong together.
 * @param block the index's newest, so that both speak of the same moment; the node's newest where there is none
 * @returns null where the node does not answer
 */
export async function readFromNode(
  chain: PublicClient,
  token: Address,
  id: bigint,
  holders: readonly Address[],
  block: number | null,
): Promise<NodeReading | null> {
  try {
    const blockNumber = block === null ? await chain.getBlockNumber() : BigInt(block);
    const at = { address: token, abi: timeTokenAbi, blockNumber } as const;
    const [supply, balances, uri] = await Promise.all([
      chain.readContract({ ...at, functionName: "supplyOf", args: [id] }),
      chain.readContract({ ...at, functionName: "balanceOfBatch", args: [holders, holders.map(() => id)] }),
      chain.readContract({ ...at, functionName: "uri", args: [id] }),
    ]);
    return {
      block: blockNumber,
      minted: supply.minted,
      burned: supply.burned,
      createdAt: supply.createdAt,
      balances: [...balances],
      picture: readPicture(uri),
    };
  } catch {
    return null;
  }
}

/** @param uri `data:application/json;base64,…` or with the JSON percent-encoded */
function readPicture(uri: string): TokenPicture | null {
  const match = /^data:application\/json(?:;[\w=-]+)*?(;base64)?,(.*)$/s.exec(uri);
  if (!match) return null;
  const [, base64, body = ""] = match;
  try {
    const text = base64 ? Buffer.from(body, "base64").toString("utf8") : decodeURIComponent(body);
    return describes.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
