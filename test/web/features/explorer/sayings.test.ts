import { encodeAbiParameters, encodeEventTopics, getAbiItem, type Abi, type Address, type Hex, type Log } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRACT_NAMES } from "#domain/contract-abis.ts";
import { arbiterPanelAbi, arbiterRegistryAbi, timeSwapAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { panel } from "#indexer/ponder.schema.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { SYSTEM } from "#test/web/features/deal/example-rows.ts";
import { findOurContracts } from "#web/features/explorer/our-contracts.ts";
import { sayingsIn, speakerOf } from "#web/features/explorer/transaction-reading.ts";

const PANEL: Address = `0x${"b1".repeat(20)}`;
const STRANGER: Address = `0x${"b2".repeat(20)}`;
const MEMBER: Address = `0x${"b3".repeat(20)}`;
const HASH: Hex = `0x${"5".repeat(64)}`;

let database: ConnectedDatabase;

beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [panel]);
  await database.db.insert(panel).values({ address: PANEL, threshold: 2, seats: 3, txHash: HASH, seatedAt: 1 });
});
afterAll(() => database?.close());

/** What a contract writes when it says something, in the node's own spelling of addresses. */
function logOf(address: Address, abi: Abi, eventName: string, args: Record<string, unknown>): Log {
  const topics = encodeEventTopics({ abi, eventName, args }) as [Hex, ...Hex[]];
  const event = getAbiItem({ abi, name: eventName });
  const plain = event?.type === "event" ? event.inputs.filter(({ indexed }) => !indexed) : [];
  const data = encodeAbiParameters(
    plain,
    plain.map(({ name = "" }) => args[name]),
  );
  const place = { blockHash: HASH, blockNumber: 1n, transactionHash: HASH, transactionIndex: 0, removed: false };
  return { address: address.toUpperCase().replace("X", "x") as Address, topics, data, logIndex: 3, ...place };
}

const moveBy = (speaker: Address) => {
  const args = { operator: MEMBER, from: MEMBER, to: STRANGER, id: 1n, value: 2n };
  return logOf(speaker, timeTokenAbi, "TransferSingle", args);
};

async function heard(...logs: Log[]) {
  const ours = await findOurContracts(database.db, SYSTEM, logs.map(speakerOf));
  return sayingsIn(logs, ours).map(({ contract, event }) => [ours.get(contract)?.name, event]);
}

describe("given a stranger's contract", () => {
  it("when it says what ours would, then nobody is told that ours said it", async () => {
    expect(await heard(moveBy(STRANGER))).toEqual([]);
  });

  it("when it calls itself a panel and the index knows of none there, then it is none", async () => {
    const args = { dealId: HASH, member: MEMBER };
    expect(await heard(logOf(STRANGER, arbiterPanelAbi, "RecusalVoted", args))).toEqual([]);
  });
});

describe("given a contract of ours", () => {
  it("when tokens move, an order is withdrawn and an arbiter leaves, then each is heard under its name", async () => {
    const raised = logOf(SYSTEM.swap, timeSwapAbi, "EpochRaised", { maker: MEMBER, epoch: 2n });
    const left = logOf(SYSTEM.arbiterRegistry, arbiterRegistryAbi, "Left", { arbiter: MEMBER });
    expect(await heard(moveBy(SYSTEM.token), raised, left)).toEqual([
      ["TimeToken", "TransferSingle"],
      ["TimeSwap", "EpochRaised"],
      ["ArbiterRegistry", "Left"],
    ]);
  });

  it("when it is a panel that the index knows, then its votes are heard", async () => {
    const args = { dealId: HASH, member: MEMBER };
    expect(await heard(logOf(PANEL, arbiterPanelAbi, "RecusalVoted", args))).toEqual([
      ["ArbiterPanel", "RecusalVoted"],
    ]);
  });

  it("when it says what it cannot say, then that is no saying of its", async () => {
    expect(await heard(moveBy(SYSTEM.escrow))).toEqual([]);
  });

  it("when nothing was said yet, then every contract of the system has its name", async () => {
    const ours = await findOurContracts(database.db, SYSTEM, []);
    expect([...ours.keys()].sort()).toEqual(CONTRACT_NAMES.map((name) => SYSTEM[name]).sort());
  });
});
