import { escapeIdentifier, type Client, type Connection } from "pg";
import type { Address } from "viem";
import { askChain } from "../chain/rpc.ts";
import { withClient } from "../postgres/database.ts";

/** As many blocks at once as Ponder asks for. */
const BLOCKS_AT_ONCE = 500;

type RawLog = {
  address: string;
  topics: string[];
  data: string;
  blockNumber: string;
  transactionHash: string;
  logIndex: string;
};

/**
 * The least there is to do for an index: asks the node for the contracts' logs and copies them into one table as they are.
 * @returns how many there were, and how long it took
 */
export async function copyLogs(
  { rpcUrl, databaseUrl }: { rpcUrl: string; databaseUrl: string },
  address: readonly Address[],
  newest: number,
): Promise<{ events: number; seconds: number }> {
  return withClient(databaseUrl, async (client) => {
    await client.query(`create table raw_log (address text, topics text, data text, block bigint, tx text, log_index int,
      primary key (block, log_index))`);
    const begun = performance.now();
    let events = 0;
    for (let from = 0; from <= newest; from += BLOCKS_AT_ONCE) {
      const range = { fromBlock: hex(from), toBlock: hex(Math.min(newest, from + BLOCKS_AT_ONCE - 1)) };
      const logs = (await askChain(rpcUrl, "eth_getLogs", [{ address, ...range }])) as RawLog[];
      events += logs.length;
      await copy(client, "raw_log", logs.map(lineOf).join(""));
    }
    return { events, seconds: (performance.now() - begun) / 1000 };
  });
}

function lineOf({ address, topics, data, blockNumber, transactionHash, logIndex }: RawLog): string {
  return `${[address, topics.join(), data, Number(blockNumber), transactionHash, Number(logIndex)].join("\t")}\n`;
}

/** What `pg` offers of COPY: a query of one's own that answers Postgres's asking for the rows. */
function copy(client: Client, table: string, rows: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection: Connection) => connection.query(`copy ${escapeIdentifier(table)} from stdin`),
      handleCopyInResponse(connection: Connection & CopyConnection) {
        connection.sendCopyFromChunk(Buffer.from(rows));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    });
  });
}

type CopyConnection = { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

function hex(block: number): string {
  return `0x${block.toString(16)}`;
}
