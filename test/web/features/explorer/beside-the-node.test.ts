import { createPublicClient, http, type Address, type Hex, type PublicClient } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, open } from "#test/indexer/scenario/deals.ts";
import { mint } from "#test/indexer/scenario/tokens.ts";
import { accountAt, openWorld, type World } from "#test/indexer/scenario/world.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";
import { checkDeals, type DealStanding } from "#web/features/explorer/check-deals.ts";
import { checkMoves } from "#web/features/token/check-moves.ts";

const [issuer, holder] = [accountAt(4), accountAt(8)];
const lower = (text: Hex) => text.toLowerCase() as Hex;

type Moves = Parameters<typeof checkMoves>[2];

let chain: TestChain;
let world: World;
let node: PublicClient;
let token: Hex;
/** One move and two in one batch, as the index books them. */
let moves: Moves;
/** A deal at its opening, and after its delivery. */
let opened: DealStanding;
let delivered: DealStanding;
let blockOfOpening: number;

beforeAll(async () => {
  chain = await startTestChain();
  world = openWorld(chain.rpcUrl, chain.contracts);
  node = createPublicClient({ transport: http(chain.rpcUrl) });
  token = lower(chain.contracts.token);
  const ids = [
    await mint(world, issuer, { unit: "minute", amount: 90n }),
    await mint(world, issuer, { unit: "hour", amount: 5n }),
  ] as const;
  const sides = { from: lower(issuer.address), to: lower(holder.address) };
  const single = await world.act(issuer, "token", "safeTransferFrom", [
    issuer.address,
    holder.address,
    ids[0],
    30n,
    "0x",
  ]);
  const both = [issuer.address, holder.address, ids, [10n, 2n], "0x"] as const;
  const batch = await world.act(issuer, "token", "safeBatchTransferFrom", both);
  moves = [
    { id: `${single}-0-0`, txHash: single, tokenId: ids[0], amount: 30n, ...sides },
    { id: `${batch}-0-0`, txHash: batch, tokenId: ids[0], amount: 10n, ...sides },
    { id: `${batch}-0-1`, txHash: batch, tokenId: ids[1], amount: 2n, ...sides },
  ];
  const terms = await open(world, { buyer: issuer, seller: holder, payment: [{ id: ids[1], amount: 1n }] });
  blockOfOpening = Number(await node.getBlockNumber());
  const dealId = idOf(world, terms);
  opened = { dealId, status: "active", outcome: null, since: terms.deliverFrom };
  await world.act(holder, "escrow", "deliver", [dealId]);
  delivered = { dealId, status: "delivered", outcome: null, since: await world.now() };
});

afterAll(async () => {
  await world?.close();
  await chain?.stop();
});

const check = (some: Moves, of: Pick<PublicClient, "getTransactionReceipt"> = node) => checkMoves(of, token, some);

describe("given moves as the index tells them", () => {
  it("when the node's logs say the same, single or in a batch, then each is equal", async () => {
    expect(Object.values(await check(moves))).toEqual(["equal", "equal", "equal"]);
  });

  it.each([
    ["amount", { amount: 11n }],
    ["sender", { from: lower(accountAt(9).address) }],
    ["receiver", { to: lower(accountAt(9).address) }],
    ["id", { tokenId: 7n }],
  ])("when its %s is another, then that one is different and no other", async (_, wrong) => {
    const [single, first, second] = moves as [Moves[0], Moves[0], Moves[0]];
    const told = await check([single, { ...first, ...wrong }, second]);
    expect(Object.values(told)).toEqual(["equal", "different", "equal"]);
  });

  it("when there is no such log in the transaction, then it is different", async () => {
    const [single] = moves as [Moves[0]];
    const invented = { ...single, id: `${single.txHash}-0-1` };
    expect(await check([invented])).toEqual({ [invented.id]: "different" });
  });

  it("when another contract said it, then it is different", async () => {
    const [single] = moves as [Moves[0]];
    const told = await checkMoves(node, lower(chain.contracts.escrow), [single]);
    expect(told).toEqual({ [single.id]: "different" });
  });

  it("when the node does not know the transaction, then nothing was compared, and each is asked for once", async () => {
    const [, first, second] = moves as [Moves[0], Moves[0], Moves[0]];
    const unknown: Hex = `0x${"ab".repeat(32)}`;
    const asked: Hex[] = [];
    const counting: Pick<PublicClient, "getTransactionReceipt"> = {
      getTransactionReceipt: (question) => {
        asked.push(question.hash);
        return node.getTransactionReceipt(question);
      },
    };
    const told = await check([first, second, { ...first, id: "unknown", txHash: unknown }], counting);
    expect(told).toEqual({ [first.id]: "equal", [second.id]: "equal", unknown: "unanswered" });
    expect(asked).toEqual([first.txHash, unknown]);
  });
});

describe("given deals as the index tells them", () => {
  const check = (deals: readonly DealStanding[], block: number | null, escrow: Address = chain.contracts.escrow) =>
    checkDeals(node, escrow, deals, block);

  it("when the escrow has stored the same, then each is equal, at the index's block and at the newest", async () => {
    expect(await check([opened], blockOfOpening)).toEqual({ [opened.dealId]: "equal" });
    expect(await check([delivered], null)).toEqual({ [delivered.dealId]: "equal" });
  });

  it("when it went on after the index's block, then the index is held against that block", async () => {
    expect(await check([delivered], blockOfOpening)).toEqual({ [delivered.dealId]: "different" });
  });

  it.each([
    ["stage", { status: "disputed" as const }],
    ["outcome", { outcome: "completed" as const }],
    ["time", { since: 1 }],
  ])("when its %s is another, then it is different", async (_, wrong) => {
    expect(await check([{ ...delivered, ...wrong }], null)).toEqual({ [delivered.dealId]: "different" });
  });

  it("when the escrow knows no such deal, then it is different; when none answers, nothing was compared", async () => {
    const dealId: Hex = `0x${"ab".repeat(32)}`;
    expect(await check([{ ...delivered, dealId }, delivered], null)).toEqual({
      [dealId]: "different",
      [delivered.dealId]: "equal",
    });
    expect(await check([delivered], null, accountAt(9).address)).toEqual({ [delivered.dealId]: "unanswered" });
  });
});
