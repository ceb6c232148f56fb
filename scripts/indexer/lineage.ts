import type { Client } from "pg";
import type { Block, BlockReader } from "./chain-blocks.ts";

/** So many of the newest blocks are remembered: more than any chain's finality in Ponder. */
const NEWEST = 300;
/** And so many of the first ones, by which a chain that began anew is told from one that is behind. */
const FIRST = 10;
/** So many blocks are asked for at a time. */
const AT_ONCE = 20;

type KnownBlock = { number: number; hash: string };

/** How what an index took for final stands to the chain of the node. */
export type Lineage =
  | { kind: "same" }
  /** The node knows less than the index holds for final, and nothing that contradicts it. */
  | { kind: "node_behind" }
  /** The chain is another one from some block up to `block` on. */
  | { kind: "other"; block: number };

/**
 * Asks the node for the newest block that the index holds for final, of those that are remembered or in the index itself. Ponder
 * takes later ones back by itself; another hash here means that rows in the index are of blocks which are no more.
 * @param held blocks that the index has
 */
export async function compareLineage(
  client: Client,
  blocks: BlockReader,
  { finalBlock, newest, held = [] }: { finalBlock: number; newest: number; held?: readonly KnownBlock[] },
): Promise<Lineage> {
  const upTo = Math.min(finalBlock, newest);
  const remembered = await newestKnown(client, upTo);
  const [witness] = [...held, ...(remembered ? [remembered] : [])]
    .filter(({ number }) => number <= upTo)
    .sort((a, b) => b.number - a.number);
  if (!witness) return { kind: "same" };
  const onNode = await blocks.read(witness.number);
  if (onNode && onNode.hash !== witness.hash) return { kind: "other", block: witness.number };
  return newest < finalBlock ? { kind: "node_behind" } : { kind: "same" };
}

async function newestKnown(client: Client, upTo: number): Promise<KnownBlock | null> {
  const { rows } = await client.query<KnownBlock>(
    "select block::float8 as number, hash from supervisor.known_block where block <= $1 order by block desc limit 1",
    [upTo],
  );
  return rows[0] ?? null;
}

/**
 * Remembers a block of the chain and its ancestors, down to the first one that is remembered as it is. Nothing is
 * remembered where the chain changes meanwhile.
 * @param newest the block, as the node gave it
 */
export async function rememberLineage(client: Client, blocks: BlockReader, newest: Block): Promise<void> {
  const lowest = Math.max(0, newest.number - NEWEST + 1);
  const known = await knownFrom(client, lowest);
  if (known.get(newest.number) === newest.hash) return;
  const ahead = await readMissing(blocks, known, lowest, newest.number - 1);
  const found = [newest];
  for (let child = newest; child.number > lowest && known.get(child.number - 1) !== child.parentHash;) {
    const parent: Block | null = ahead.get(child.number - 1) ?? (await blocks.read(child.number - 1));
    if (parent?.hash !== child.parentHash) return;
    found.push(parent);
    child = parent;
  }
  await store(client, found);
  await client.query("delete from supervisor.known_block where block > $1 or (block < $2 and block > $3)", [
    newest.number,
    lowest,
    FIRST,
  ]);
}

/** Remembers the first blocks of a chain: they tell it from one that began anew. */
export async function rememberFirst(client: Client, blocks: BlockReader, newest: number): Promise<void> {
  const first = await readMissing(blocks, new Map(), 0, Math.min(newest, FIRST));
  await store(client, [...first.values()]);
}

export async function forgetLineage(client: Client): Promise<void> {
  await client.query("delete from supervisor.known_block");
}

async function knownFrom(client: Client, lowest: number): Promise<Map<number, string>> {
  const { rows } = await client.query<KnownBlock>(
    "select block::float8 as number, hash from supervisor.known_block where block >= $1",
    [lowest],
  );
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}

async function readMissing(
  blocks: BlockReader,
  known: ReadonlyMap<number, string>,
  from: number,
  to: number,
): Promise<Map<number, Block>> {
  const found = new Map<number, Block>();
  const missing = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter((n) => !known.has(n));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = await Promise.all(missing.slice(at, at + AT_ONCE).map((number) => blocks.read(number)));
    for (const block of some) if (block) found.set(block.number, block);
  }
  return found;
}

async function store(client: Client, blocks: readonly KnownBlock[]): Promise<void> {
  await client.query(
    `insert into supervisor.known_block (block, hash) select * from unnest($1::int8[], $2::text[])
     on conflict (block) do update set hash = excluded.hash`,
    [blocks.map(({ number }) => number), blocks.map(({ hash }) => hash)],
  );
}

/** Whether anything of a chain is remembered. */
export async function isLineageKnown(client: Client): Promise<boolean> {
  return (await newestKnown(client, Number.MAX_SAFE_INTEGER)) !== null;
}
