import type { Logger } from "drizzle-orm";
import type { Pool } from "pg";

/** One statement as it was sent, and which were under way with it. */
export type Statement = { text: string; params: unknown[] };

/** Runs a search, and keeps what it sent. */
export async function recordStatements(search: (logger: Logger) => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  await search({ logQuery: (text, params) => void sent.push({ text, params }) });
  return sent;
}

/** Counts of facets are asked for at the same time; everything else waits for what came before. */
const isCount = ({ text }: Statement): boolean => text.trimStart().startsWith("with fitting as");

/** Sends the same statements in the same way over plain pg. */
export async function replay(pool: Pool, statements: readonly Statement[]): Promise<void> {
  let at = 0;
  while (at < statements.length) {
    const next = statements.findIndex((statement, index) => index >= at && !isCount(statement));
    const until = next === at ? at + 1 : next === -1 ? statements.length : next;
    await Promise.all(statements.slice(at, until).map(({ text, params }) => pool.query(text, params)));
    at = until;
  }
}
