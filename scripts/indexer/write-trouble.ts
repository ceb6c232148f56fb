import { reasonOf } from "../failure.ts";
import { withSession } from "./session.ts";

/** A megabyte: more than Postgres and Ponder write before they begin. */
const PROBE = "create table supervisor.probe as select md5(n::text) from generate_series(1, 20000) n";

/**
 * Tries on a new connection to write as Ponder's start does, and takes it back.
 * @returns what is in the way, such as a full disk; null where the database takes rows
 */
export async function writeTrouble(databaseUrl: string): Promise<string | null> {
  try {
    await withSession(databaseUrl, async ({ client }) => {
      await client.query("begin");
      await client.query(PROBE);
      await client.query("rollback");
    });
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
