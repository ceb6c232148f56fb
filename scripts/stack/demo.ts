import { deployments } from "#domain/generated/deployments.ts";
import { HISTORY_DAYS } from "../demo/moment.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";

/** How long before now a chain must begin for the demo's history to fit on it. */
export const DEMO_DAYS = HISTORY_DAYS + 1;

/** Lets the demo community live its sixty days on the chain, up to the given second. */
export async function seedDemoChain(rpcUrl: string, now: number): Promise<void> {
  const { seedChain } = await import("../demo/chain.ts");
  await seedChain({ rpcUrl, now, contracts: deployments[LOCAL_CHAIN.id] });
}

/** Writes what the members of the demo keep beside the chain: profiles, listings, the words behind hashes. */
export async function seedDemoApp(databaseUrl: string, now: number): Promise<void> {
  const { seedApp } = await import("../demo/app.ts");
  await seedApp({ databaseUrl, now, contracts: deployments[LOCAL_CHAIN.id] });
}
