import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NOW } from "#test/web/features/deal/example-rows.ts";
import type { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import { endProposal, propose } from "#web/features/proposal/agree.ts";
import { prepareFunding } from "#web/features/proposal/payment.ts";
import {
  seller,
  buyer,
  stranger,
  MINUTES_OF_SELLER,
  MINUTES_OF_STRANGER,
  agreement,
  SOON,
  createProposalWorld,
  type ProposalWorld,
} from "./proposal-world.ts";

let world: ProposalWorld;
beforeAll(async () => {
  world = await createProposalWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe("given a payment the escrow or the seller would refuse", () => {
  it.each([
    ["does not make the price", { ids: [MINUTES_OF_SELLER], amounts: [60n] }, "paymentSum"],
    ["is in no order", { ids: [MINUTES_OF_SELLER, MINUTES_OF_SELLER], amounts: [45n, 45n] }, "payment"],
    ["runs out too soon", { ids: [SOON], amounts: [90n] }, "paymentExpires"],
    ["is more than the buyer holds", { ids: [MINUTES_OF_STRANGER], amounts: [90n] }, "paymentMissing"],
  ])("refuses one that %s", async (_, { ids, amounts }, sentence) => {
    const input = world.ask({ agreement: { ...agreement, payment: { kind: "held", ids, amounts } } });
    await expect(propose(world.context, buyer, input, NOW)).rejects.toMatchObject({ fields: { payment: sentence } });
    expect(await world.db.select().from(proposal)).toEqual([]);
    expect(await world.db.select().from(words)).toEqual([]);
  });
  it("refuses others' promises where only the seller's own are welcome", async () => {
    const listingId = await world.list({ welcome: "own" });
    const payment = { kind: "promise", expiry: 0 } as const;
    const input = world.ask({ listingId, agreement: { ...agreement, payment } });
    await expect(propose(world.context, buyer, input, NOW)).rejects.toMatchObject({
      fields: { payment: "unwelcome.own", unwelcome: buyer },
    });
  });
  it.each([
    ["reputation", { welcome: "reputation", welcomeScore: 60 }],
    ["members", { welcome: "members", welcomeMembers: [`0x${"9a".repeat(20)}`] }],
  ] satisfies [string, Partial<typeof listing.$inferInsert>][])(
    "names whose promises are not taken under the rule “%s”",
    async (rule, values) => {
      const listingId = await world.list(values);
      const input = world.ask({ listingId, agreement: { ...agreement, payment: { kind: "promise", expiry: 0 } } });
      await expect(propose(world.context, buyer, input, NOW)).rejects.toMatchObject({
        fields: { payment: `unwelcome.${rule}`, unwelcome: buyer },
      });
      expect(await world.db.select().from(proposal)).toEqual([]);
    },
  );
  it("takes the promise of a member who was chosen", async () => {
    const listingId = await world.list({ welcome: "members", welcomeMembers: [buyer] });
    const input = world.ask({ listingId, agreement: { ...agreement, payment: { kind: "promise", expiry: 0 } } });
    const { id } = await propose(world.context, buyer, input, NOW);
    expect(await world.read(id)).toMatchObject({ stage: "signature" });
  });
  it("refuses a side of the deal as its arbiter", async () => {
    const input = world.ask({ agreement: { ...agreement, arbiter: seller } });
    await expect(propose(world.context, buyer, input, NOW)).rejects.toMatchObject({
      fields: { "agreement.arbiter": "arbiter" },
    });
  });
});

describe("given a buyer about to pay", () => {
  it("lets nobody else make sure of the slot", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    await expect(prepareFunding(world.context, seller, id, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
    await expect(prepareFunding(world.context, stranger, id, NOW)).rejects.toMatchObject({ code: "not_found" });
  });
  it("takes no payment for what has ended", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    await endProposal(world.context, seller, id, NOW);
    await expect(prepareFunding(world.context, buyer, id, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
  });
  it("keeps the slot for them", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    await expect(prepareFunding(world.context, buyer, id, NOW)).resolves.toBeUndefined();
  });
});
