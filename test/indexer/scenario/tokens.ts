import type { Address, Hex } from "viem";
import type { HDAccount } from "viem/accounts";
import { packTokenId } from "#domain/token-id.ts";
import { renewalTypedData } from "#domain/typed-data.ts";
import { UNITS, type Unit } from "#domain/units.ts";
import { accountAt, type World } from "./world.ts";
import { DAY } from "./deals.ts";

/** What to mint; to the issuer themselves unless `to` says otherwise. */
export type Minting = { unit: Unit; expiry?: number; amount: bigint; to?: Address; data?: Hex };

/** @returns the id of what was minted */
export async function mint(
  world: World,
  issuer: HDAccount,
  { unit, expiry = 0, amount, to = issuer.address, data = "0x" }: Minting,
): Promise<bigint> {
  await world.act(issuer, "token", "mint", [to, UNITS.indexOf(unit), expiry, amount, data]);
  return packTokenId({ issuer: issuer.address, unit, expiry });
}

/** Every way a promise can live and end outside the escrow. */
export async function playTokens(world: World): Promise<void> {
  const [ines, marek] = [accountAt(1), accountAt(2)];
  const soon = (await world.now()) + 2 * DAY;
  const later = soon + 30 * DAY;

  const hours = await mint(world, ines, { unit: "hour", amount: 10n });
  const running = await mint(world, ines, { unit: "hour", expiry: soon, amount: 6n, to: marek.address });
  await world.act(ines, "token", "safeTransferFrom", [ines.address, marek.address, hours, 4n, "0x"]);
  await world.act(ines, "token", "safeTransferFrom", [ines.address, ines.address, hours, 1n, "0x"]);
  await world.act(marek, "token", "convert", [hours, UNITS.indexOf("minute"), 2n]);
  await world.act(marek, "token", "burn", [hours, 1n]);
  await world.act(ines, "token", "burn", [hours, 1n]);
  const ids = [running, hours].sort((a, b) => (a < b ? -1 : 1));
  const halves = ids.map(() => 1n);
  await world.act(marek, "token", "safeBatchTransferFrom", [marek.address, ines.address, ids, halves, "0x"]);
  // Moves of nothing, one of them of an id that no one could mint.
  await world.act(marek, "token", "safeBatchTransferFrom", [marek.address, ines.address, [hours, 1n], [0n, 0n], "0x"]);

  const renewal = { holder: marek.address, id: running, amount: 2n, newExpiry: later, nonce: 3n, validUntil: soon };
  const at = { chainId: world.chain.id, token: world.contracts.token };
  const signature = await marek.signTypedData(renewalTypedData(renewal, at));
  await world.act(ines, "token", "renew", [renewal, signature]);

  await world.waitUntil(soon);
  await world.act(ines, "token", "renew", [{ ...renewal, amount: 1n, newExpiry: 0, nonce: 0n, validUntil: 0 }, "0x"]);
  await world.act(ines, "token", "burn", [running, 1n]);
  await world.act(accountAt(3), "token", "sweep", [marek.address, [running, hours].slice(0, 1)]);
}
