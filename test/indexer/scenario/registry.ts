import type { Hex } from "viem";
import { APPEAL_ARBITER, ARBITER } from "./deals.ts";
import { accountAt, type World } from "./world.ts";

const PROFILE: Hex = `0x${"a1".repeat(32)}`;
const OTHER_PROFILE: Hex = `0x${"a2".repeat(32)}`;

/** Arbiters who list themselves, change, leave, and come back. */
export async function playRegistry(world: World): Promise<void> {
  const leaver = accountAt(3);
  await world.act(ARBITER, "arbiterRegistry", "list", [PROFILE, 500, true]);
  await world.act(ARBITER, "arbiterRegistry", "list", [OTHER_PROFILE, 600, true]);
  await world.act(ARBITER, "arbiterRegistry", "setAvailable", [false]);
  for (const arbiter of [APPEAL_ARBITER, leaver]) {
    await world.act(arbiter, "arbiterRegistry", "list", [PROFILE, 0, true]);
    await world.act(arbiter, "arbiterRegistry", "unlist", []);
  }
  await world.act(APPEAL_ARBITER, "arbiterRegistry", "list", [OTHER_PROFILE, 250, false]);
}
