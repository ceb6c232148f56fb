import type { Logger } from "drizzle-orm";
import type { Pool } from "pg";

export type Statement = { text: string; params: unknown[] };

/** Runs a search, and keeps what it sent: together what did not wait for an answer in between. */
export async function recordStatements(search: (logger: Logger) => Promise<unknown>): Promise<Statement[][]> {
  const sent: Statement[][] = [];
  let together: Statement[] | null = null;
  await search({
    logQuery: (text, params) => {
      if (!together) {
        sent.push((together = []));
        // No answer comes before this turn of the event loop is over.
        setImmediate(() => (together = null));
      }
      together.push({ text, params });
    },
  });
  return sent;
}

/** Sends the same statements in the same way over plain pg. */
export async function replay(pool: Pool, sent: readonly Statement[][]): Promise<void> {
  for (const together of sent) await Promise.all(together.map(({ text, params }) => pool.query(text, params)));
}
