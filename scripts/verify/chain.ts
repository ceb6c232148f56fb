import type { PublicClient } from "viem";
import { lacksParent } from "#domain/block-parent.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { Failure } from "../failure.ts";
import { requireContracts } from "../stack/contracts.ts";
import { chainReader, readEvents, refuseBlocks } from "./logs.ts";
import type { Progress } from "./progress.ts";
import { startReplay } from "./replay.ts";
import type { HeadRow, Tables } from "./rows.ts";
import type { IndexHead } from "./snapshot.ts";

/** What a replay of the chain gave. */
export type ReplayedChain = {
  head: HeadRow;
  /** How many logs there were. */
  events: number;
  tables: Tables;
};

/**
 * Replays the whole chain up to the head block of an index.
 * @throws Failure when the node does not answer, is of another chain, is behind, has another block in the head's place,
 * or no contracts stand where they should
 */
export async function replayChain(rpcUrl: string, indexed: IndexHead, progress: Progress): Promise<ReplayedChain> {
  await requireContracts(rpcUrl);
  const client = chainReader(rpcUrl);
  const chainId = await client.getChainId();
  if (chainId !== indexed.chainId)
    throw new Failure(
      `The index is of chain ${indexed.chainId}, and the node of chain ${chainId}: pass a node of the former with --rpc.`,
    );
  const place = Object.entries(deployments).find(([id]) => Number(id) === chainId)?.[1];
  if (!place) throw new Failure(`No contracts are known on chain ${chainId}.`);
  const head = await readHeadBlock(client, indexed);

  const replay = startReplay(place);
  const blocks = head.block - place.startBlock + 1;
  let events = 0;
  for await (const range of readEvents(client, {
    contracts: place,
    fromBlock: place.startBlock,
    toBlock: head.block,
  })) {
    for (const event of range.events) {
      replay.take(event);
      events += 1;
    }
    progress.show(`replaying the chain: ${events} events`, (range.upTo - place.startBlock + 1) / blocks);
  }
  // The same hash after as before: nothing below it changed meanwhile.
  await readHeadBlock(client, indexed);
  progress.done(`replayed ${events} events of ${blocks} blocks`);
  return { head, events, tables: replay.end(head) };
}

async function readHeadBlock(client: PublicClient, { chainId, block, hash }: IndexHead): Promise<HeadRow> {
  const newest = Number(await client.getBlockNumber({ cacheTime: 0 }).catch(refuseBlocks));
  if (newest < block)
    throw new Failure(
      `The node is at block ${newest} and the index at ${block}: wait for the node, or pass another with --rpc.`,
    );
  const found = await client.getBlock({ blockNumber: BigInt(block) }).catch(refuseBlocks);
  if (found.hash !== hash)
    throw new Failure(
      `Block ${block} is ${found.hash} on the node and ${hash} in the index: one of them follows another chain, ` +
        `or a reorganisation. Verify again in a minute.`,
    );
  const parentHash = lacksParent({ number: block, parentHash: found.parentHash })
    ? (await client.getBlock({ blockNumber: BigInt(block - 1) }).catch(refuseBlocks)).hash
    : found.parentHash;
  return { chainId, block, hash, parentHash, timestamp: Number(found.timestamp) };
}
