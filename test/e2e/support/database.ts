import { withClient } from "#scripts/postgres/database.ts";
import { place } from "./place.ts";

/** Reads rows of the stack's database. Numbers beyond 32 bits arrive as text: cast them in the query. */
export function query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withClient(place().databaseUrl, async (client) => (await client.query<Row>(sql, [...values])).rows);
}
