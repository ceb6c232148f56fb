import { readEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { findPostgres } from "../postgres/server.ts";
import { databaseFor, DEV_SERVER } from "../stack/places.ts";

/** Where the two sides of a comparison are. */
export type Places = { rpcUrl: string; databaseUrl: string };

/**
 * Where the chain and its index are: as given, else as RPC_URL and DATABASE_URL say, else those of `npm run dev`.
 * @throws Failure where no database was named and none runs
 */
export async function localPlaces(given: { rpc?: string; database?: string }): Promise<Places> {
  const { RPC_URL, DATABASE_URL, CHAIN_PORT } = readEnv();
  return {
    rpcUrl: given.rpc ?? RPC_URL ?? `http://127.0.0.1:${CHAIN_PORT}`,
    databaseUrl: given.database ?? DATABASE_URL ?? (await developmentDatabase(RPC_URL === undefined)),
  };
}

async function developmentDatabase(fresh: boolean): Promise<string> {
  const server = await findPostgres(DEV_SERVER);
  if (server) return server.url(databaseFor(fresh));
  throw new Failure("No database runs here: start npm run dev first, or pass one with --database URL.");
}
