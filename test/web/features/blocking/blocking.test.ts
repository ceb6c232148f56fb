import { eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ask as propose,
  buyers,
  createWorld,
  exchangeAt,
  seller,
  TEN,
  type World,
} from "#test/web/features/booking/booked-world.ts";
import { NOW } from "#test/web/features/deal/example-rows.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { noBlockBetween, notBlockedBy } from "#web/features/blocking/condition.ts";
import { readContact } from "#web/features/blocking/contact.ts";
import { blockMember, MOST_BLOCKED, unblockMember } from "#web/features/blocking/operations.ts";
import { listBlocked } from "#web/features/blocking/queries.ts";
import { counterProposal } from "#web/features/proposal/agree.ts";

const [buyer = seller, stranger = seller] = buyers;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.db.delete(memberBlock);
});

const ask = (who: Address) => propose(world, who);

describe("given a seller who blocked a buyer", () => {
  beforeEach(() => blockMember(world.db, seller, buyer, NOW));

  it("refuses the buyer's proposal without saying who blocked whom, and keeps nothing of it", async () => {
    await expect(ask(buyer)).rejects.toMatchObject({ code: "contact_closed" });
    expect(await world.db.select().from(proposal)).toEqual([]);
    expect(await world.db.select().from(booking)).toEqual([]);
  });
  it("lets others propose", async () => {
    await expect(ask(stranger)).resolves.toBeTypeOf("string");
  });
  it("says to each side what stands between them", async () => {
    expect(await readContact(world.db, seller, buyer)).toBe("blocked");
    expect(await readContact(world.db, buyer, seller)).toBe("closed");
    expect(await readContact(world.db, null, seller)).toBe("open");
    expect(await readContact(world.db, stranger, seller)).toBe("open");
  });
  it("is open again once they are unblocked", async () => {
    await unblockMember(world.db, seller, buyer);
    expect(await readContact(world.db, buyer, seller)).toBe("open");
    await expect(ask(buyer)).resolves.toBeTypeOf("string");
  });
  it("is lifted by nobody else", async () => {
    await unblockMember(world.db, buyer, seller);
    expect(await readContact(world.db, buyer, seller)).toBe("closed");
  });
});

describe("given a buyer who blocked a seller", () => {
  it("has them unblock before they propose", async () => {
    await blockMember(world.db, buyer, seller, NOW);
    await expect(ask(buyer)).rejects.toMatchObject({ code: "member_blocked" });
  });
});

describe("given a proposal between the two", () => {
  it("ends with the block, frees its slot and takes no further answer", async () => {
    const id = await ask(buyer);
    await expect(ask(stranger)).rejects.toMatchObject({ code: "slot_taken" });
    await blockMember(world.db, seller, buyer, NOW);
    const [row] = await world.db.select().from(proposal).where(eq(proposal.id, id));
    expect(row?.stage).toBe("declined");
    await expect(ask(stranger)).resolves.toBeTypeOf("string");
    await expect(
      counterProposal(world.context, buyer, { ...exchangeAt(TEN), proposalId: id }, NOW),
    ).rejects.toMatchObject({ code: "proposal_stage" });
  });
  it("takes no answer where it ran out before", async () => {
    const id = await ask(buyer);
    await world.db.insert(memberBlock).values({ blocker: seller, blocked: buyer });
    const later = new Date(NOW.getTime() + 30 * 86_400_000);
    await expect(
      counterProposal(world.context, buyer, { ...exchangeAt(TEN), proposalId: id }, later),
    ).rejects.toMatchObject({ code: "contact_closed" });
  });
});

describe("blockMember", () => {
  it("refuses oneself", async () => {
    await expect(blockMember(world.db, seller, seller, NOW)).rejects.toMatchObject({ code: "not_allowed" });
  });
  it("does no harm twice, and lists the latest first", async () => {
    await blockMember(world.db, seller, buyer, NOW);
    await blockMember(world.db, seller, stranger, new Date(NOW.getTime() + 1_000));
    await blockMember(world.db, seller, buyer, new Date(NOW.getTime() + 2_000));
    expect((await listBlocked(world.db, seller)).map(({ address }) => address)).toEqual([stranger, buyer]);
    expect(await listBlocked(world.db, buyer)).toEqual([]);
  });
  it("ends somewhere", async () => {
    await world.db.execute(sql`
      insert into app.member_block (blocker, blocked)
      select ${seller}, '0x' || lpad(to_hex(n), 40, '0') from generate_series(1, ${MOST_BLOCKED}::int) n`);
    await expect(blockMember(world.db, seller, buyer, NOW)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the conditions", () => {
  const seenBy = async (viewer: Address | null) =>
    (await world.db.select({ id: listing.id }).from(listing).where(notBlockedBy(viewer, listing.owner))).length;
  const matchedWith = async (who: Address) =>
    (await world.db.select({ id: listing.id }).from(listing).where(noBlockBetween(who, listing.owner))).length;

  it("hide from the one who blocks, and never match the two", async () => {
    await blockMember(world.db, buyer, seller, NOW);
    expect(await seenBy(buyer)).toBe(0);
    expect(await seenBy(stranger)).toBe(1);
    expect(await seenBy(null)).toBe(1);
    expect(await matchedWith(buyer)).toBe(0);
    expect(await matchedWith(stranger)).toBe(1);
  });
  it("leave the one who was blocked what everybody sees, and never match the two", async () => {
    await blockMember(world.db, seller, buyer, NOW);
    expect(await seenBy(buyer)).toBe(1);
    expect(await matchedWith(buyer)).toBe(0);
  });
});
