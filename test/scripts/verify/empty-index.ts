import { sql } from "drizzle-orm";
import { numberToHex, type Hex } from "viem";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { verify, type Verdict } from "#scripts/verify/verify.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { startFakeNode, type Answers } from "#test/support/fake-node.ts";

export const hash = (index: number): Hex => numberToHex(index, { size: 32 });

/** A node at block 9, without a log: as an index without a row has it. */
export const NODE: Answers = {
  eth_chainId: () => numberToHex(31337),
  eth_getCode: () => "0x01",
  eth_blockNumber: () => numberToHex(9),
  eth_getBlockByNumber: ([number]) => ({
    number,
    hash: hash(Number(number)),
    parentHash: hash(Number(number) - 1),
    timestamp: numberToHex(90_000),
    transactions: [],
  }),
  eth_getLogs: () => [],
};

/** Progress that nobody watches. */
export const silent = { show: () => undefined, done: () => undefined };

type HeadOf = { block: number; chainId?: number; hash?: Hex };

/** An index with every table and no row, but for its head. */
export type EmptyIndex = ConnectedDatabase & {
  writeHead(head: HeadOf): Promise<void>;
  /** Verifies it, or another database, against the node with these answers instead of its own. */
  verifyOn(answers: Answers, databaseUrl?: string): Promise<Verdict>;
};

export async function openEmptyIndex(): Promise<EmptyIndex> {
  const connected = await connectTestDatabase();
  const { db, url } = connected;
  await createChainTables(db);
  return {
    ...connected,
    async writeHead({ block, chainId = 31337, hash: own = hash(block) }) {
      await db.execute(sql`delete from chain.head`);
      await db.execute(
        sql`insert into chain.head values (${chainId}, ${block}, ${own}, ${hash(block - 1)}, ${90_000})`,
      );
    },
    async verifyOn(answers, databaseUrl = url) {
      const { rpcUrl, stop } = await startFakeNode({ ...NODE, ...answers });
      return verify({ rpcUrl, databaseUrl, progress: silent }).finally(stop);
    },
  };
}
