import { createTestClient, http, publicActions, type Hash, type Hex } from "viem";
import { senderOf } from "./accounts.ts";
import { planStory } from "./plan-story.ts";
import type { DemoContracts, DemoTransaction } from "./transaction.ts";

/** More than the dearest step uses; what is not used is not paid. */
const GAS_LIMIT = 4_000_000n;
const MAX_FEE_PER_GAS = 10_000_000_000n;

/** A step the chain refused, or a chain the story cannot be played on. */
export class DemoFailed extends Error {
  override readonly name = "DemoFailed";
  readonly code = "DemoFailed";
}

/** Where and when to play the story. */
export interface SeedChainOptions {
  rpcUrl: string;
  /** Unix seconds of the start. `seedApp` must be given the same. */
  now: number;
  contracts: DemoContracts;
  /** How often the node mines by itself, restored at the end. */
  intervalSeconds?: number;
}

type Client = ReturnType<typeof connect>;

/**
 * Plays the sixty days on a local development node whose clock stands before them, one block a step, and leaves its
 * clock beside the wall's (at `now`, if that is later).
 * @returns How many transactions were played.
 * @throws DemoFailed with the step's name where the chain refuses one or its clock is too late.
 */
export async function seedChain({ rpcUrl, now, contracts, intervalSeconds = 2 }: SeedChainOptions): Promise<number> {
  const client = connect(rpcUrl);
  const story = await planStory({ now, contracts, chainId: await client.getChainId() });
  await client.setIntervalMining({ interval: 0 });
  try {
    await refuseLateClock(client, story);
    const hashes = await play(client, story);
    const present = Math.max(now, Math.floor(Date.now() / 1_000));
    await client.setNextBlockTimestamp({ timestamp: BigInt(present) });
    await client.mine({ blocks: 1 });
    await confirmAll(client, story, hashes);
  } finally {
    await client.setIntervalMining({ interval: intervalSeconds });
  }
  return story.length;
}

function connect(rpcUrl: string) {
  return createTestClient({ mode: "hardhat", transport: http(rpcUrl, { retryCount: 0 }) }).extend(publicActions);
}

async function refuseLateClock(client: Client, [first]: readonly DemoTransaction[]): Promise<void> {
  const { timestamp } = await client.getBlock();
  if (first && Number(timestamp) >= first.at)
    throw new DemoFailed(`the chain's clock (${timestamp}) is past the story's beginning (${first.at})`);
}

async function play(client: Client, story: readonly DemoTransaction[]): Promise<Hash[]> {
  const nonces = new Map<DemoTransaction["from"], number>();
  const chainId = await client.getChainId();
  const hashes: Hash[] = [];
  for (const step of story) {
    const account = senderOf(step.from);
    const nonce = nonces.get(step.from) ?? (await client.getTransactionCount({ address: account.address }));
    nonces.set(step.from, nonce + 1);
    const raw = await account.signTransaction({
      chainId,
      nonce,
      to: step.to,
      data: step.data,
      gas: GAS_LIMIT,
      maxFeePerGas: MAX_FEE_PER_GAS,
      maxPriorityFeePerGas: 0n,
    });
    await client.setNextBlockTimestamp({ timestamp: BigInt(step.at) });
    hashes.push(await send(client, step, raw));
  }
  return hashes;
}

async function send(client: Client, { name, at }: DemoTransaction, raw: Hex): Promise<Hash> {
  try {
    return await client.sendRawTransaction({ serializedTransaction: raw });
  } catch (cause) {
    throw new DemoFailed(`${name} (at ${at}) was refused`, { cause });
  }
}

async function confirmAll(client: Client, story: readonly DemoTransaction[], hashes: readonly Hash[]): Promise<void> {
  const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })));
  const failed = story.filter((_, index) => receipts[index]?.status !== "success");
  if (failed.length > 0) throw new DemoFailed(`reverted: ${failed.map(({ name }) => name).join(", ")}`);
}
