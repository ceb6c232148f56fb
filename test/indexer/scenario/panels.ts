import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zeroHash, type Address, type Hex } from "viem";
import type { HDAccount } from "viem/accounts";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import type { Terms } from "#domain/terms.ts";
import { ROOT } from "#scripts/root.ts";
import { ARBITER, dispute, HOUR, idOf } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

const ARTIFACT = "artifacts/contracts/ArbiterPanel.sol/ArbiterPanel.json";
const PROFILE: Hex = `0x${"9a".repeat(32)}`;
const REASONS: Hex = `0x${"9b".repeat(32)}`;

/** A panel of three that rules two by two: a ruling with its fee, a step back, an appeal, and a case left undecided. */
export async function playPanels(world: World): Promise<void> {
  const [ana, ben, cem] = [accountAt(23), accountAt(24), accountAt(25)];
  const panel = await seatPanel(world, [ana, ben, cem], 2);
  const by = (who: HDAccount, functionName: string, args: readonly unknown[]) =>
    world.actOn(who, { address: panel, abi: arbiterPanelAbi, functionName, args });

  for (const [who, bps] of [
    [ana, 300],
    [ben, 400],
    [cem, 400],
  ] as const) {
    await by(who, "voteListing", [PROFILE, bps, true]);
  }

  const [buyer, seller] = [accountAt(26), accountAt(27)];
  const hours = await mint(world, buyer, { unit: "hour", amount: 30n });
  const agreement = (terms: Partial<Terms>) => ({ buyer, seller, payment: [{ id: hours, amount: 3n }], terms });

  const ruled = await dispute(world, agreement({ arbiter: panel, arbiterFeeBps: 1_030 }));
  await by(ana, "vote", [ruled, [100n], REASONS]);
  await by(cem, "vote", [ruled, [60n], zeroHash]);
  await by(ben, "execute", [ruled]);
  const fee = await world.client.readContract({
    address: panel,
    abi: arbiterPanelAbi,
    functionName: "dueTo",
    args: [idOf(world, ruled), cem.address, minutesOf(hours)],
  });
  if (fee === 0n) throw new Error("No fee arrived");
  await by(cem, "withdraw", [idOf(world, ruled), [minutesOf(hours)], cem.address]);

  const recused = await dispute(world, agreement({ arbiter: panel }));
  await by(ben, "voteRecusal", [recused]);
  await by(ana, "vote", [recused, [1n], zeroHash]);
  await by(cem, "voteRecusal", [recused]);
  await by(cem, "executeRecusal", [recused, []]);

  // The panel hears the appeal, and overturns; then in the place of a first arbiter who stayed silent.
  const appealed = await dispute(world, agreement({ appealArbiter: panel }));
  await world.act(ARBITER, "escrow", "rule", [appealed, [150n], zeroHash]);
  await world.act(buyer, "escrow", "appeal", [appealed]);
  await by(ana, "vote", [appealed, [0n], zeroHash]);
  await by(ben, "vote", [appealed, [20n], zeroHash]);
  await by(accountAt(0), "execute", [appealed]);
  const unruled = await dispute(world, agreement({ appealArbiter: panel }));
  await world.waitUntil((await world.now()) + unruled.rulingWindow + HOUR);
  await by(ana, "vote", [unruled, [80n], zeroHash]);
  await by(cem, "vote", [unruled, [90n], zeroHash]);
  await by(cem, "execute", [unruled]);

  const undecided = await dispute(world, agreement({ arbiter: panel }));
  await by(ben, "vote", [undecided, [5n], zeroHash]);
}

/** Deploys a panel of the given members. */
export async function seatPanel(world: World, members: readonly HDAccount[], threshold: number): Promise<Address> {
  const { bytecode } = JSON.parse(await readFile(join(ROOT, ARTIFACT), "utf8")) as { bytecode: Hex };
  const { escrow, arbiterRegistry, forwarder } = world.contracts;
  const seats = members.map(({ address }) => address);
  const args = [escrow, arbiterRegistry, forwarder, seats, threshold];
  return world.deploy(accountAt(0), { abi: arbiterPanelAbi, bytecode, args });
}

/** Fees of hours come in the minutes of the same issuer and expiry: unit 0 of the id. */
function minutesOf(hours: bigint): bigint {
  return hours - (1n << 88n);
}
