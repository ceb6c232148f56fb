import { deployments } from "#domain/generated/deployments.ts";
import type { Database } from "#web/db/client.ts";
import { HISTORY_DAYS } from "../demo/moment.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { childEnv } from "../env.ts";

/** How long before now a chain must begin for the demo's history to fit on it. */
export const DEMO_DAYS = HISTORY_DAYS + 1;

/** Lets the demo community live its sixty days on the chain, up to the given second. */
export async function seedDemoChain(rpcUrl: string, now: number): Promise<void> {
  const { seedChain } = await import("../demo/chain.ts");
  await seedChain({ rpcUrl, now, contracts: deployments[LOCAL_CHAIN.id] });
}

/** Writes what the members of the demo keep beside the chain: profiles, listings, the words behind hashes. */
export async function seedDemoApp(databaseUrl: string, now: number): Promise<void> {
  const [{ seedApp }, { choosePhotoStore }, { parseEnv }] = await Promise.all([
    import("../demo/app.ts"),
    import("#web/features/photo/choose-store.ts"),
    import("#web/lib/env.ts"),
  ]);
  // Its pictures go where the pages of this stack will send and seek theirs.
  const settings = parseEnv(childEnv({ DATABASE_URL: databaseUrl }));
  const storeIn = (db: Database) => choosePhotoStore(db, settings);
  await seedApp({ databaseUrl, now, contracts: deployments[LOCAL_CHAIN.id], storeIn });
}
