import { describe, expect, test } from "vitest";
import { checkTerms } from "#domain/terms.ts";
import { addressOf } from "#scripts/demo/accounts.ts";
import { followDeal } from "#scripts/demo/deal-course.ts";
import type { Ending } from "#scripts/demo/exchange.ts";
import { EXCHANGES } from "#scripts/demo/exchanges.ts";
import { uuidOf } from "#scripts/demo/fixed-random.ts";
import { LISTINGS } from "#scripts/demo/listings.ts";
import { MEMBERS } from "#scripts/demo/members.ts";
import { DAY, toUnixSeconds } from "#scripts/demo/moment.ts";
import { planStory } from "#scripts/demo/plan-story.ts";
import type { Stage } from "#scripts/demo/transaction.ts";
import { listingRows, memberRows } from "#scripts/demo/member-rows.ts";
import { topCategory } from "#domain/category.ts";
import { CATEGORIES } from "#web/features/listing/categories.ts";
import { listingSchema } from "#web/features/listing/schema.ts";
import { profileSchema } from "#web/features/member/schema.ts";

const contract = (digit: string) => `0x${digit.repeat(40)}` as const;
const stage: Stage = {
  now: 1_700_000_000,
  chainId: 31337,
  contracts: {
    ...{ token: contract("a"), escrow: contract("b"), ratingBook: contract("c"), offerBook: contract("e") },
    ...{ arbiterRegistry: contract("f"), swap: contract("1"), forwarder: contract("d") },
  },
};
const unique = (values: readonly string[]) => new Set(values).size === values.length;

const EVERY_ENDING: readonly Ending[] = [
  "pending",
  "pending, refund due",
  "active, ahead of its slot",
  "active, in its slot",
  "active, refund due",
  "delivered",
  "delivered, payment due",
  "disputed",
  "disputed, split due",
  "ruled",
  "ruled, ruling due",
  "escalated",
  "completed",
  "refunded",
  "settled",
  "ruled and paid",
  "split",
  "voided",
];

describe("the demo community", () => {
  test("has twenty-four members with the well-known accounts, three of them arbiters", () => {
    expect(MEMBERS).toHaveLength(24);
    expect(unique(MEMBERS.map(({ handle }) => handle))).toBe(true);
    expect(MEMBERS.filter((member) => "arbiter" in member)).toHaveLength(3);
    expect(addressOf("ines")).toBe("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    expect(addressOf("marek")).toBe("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
  });

  test("has 64 listings of both kinds in every top category", () => {
    expect(LISTINGS).toHaveLength(64);
    expect(unique(LISTINGS.map(({ key }) => uuidOf("listing", key)))).toBe(true);
    for (const kind of ["offer", "request"]) {
      const tops = LISTINGS.filter((one) => one.kind === kind).map(({ category }) => topCategory(category));
      expect(new Set(tops)).toEqual(new Set(CATEGORIES.map(({ key }) => key)));
    }
  });

  test("writes only what its members could have typed themselves", () => {
    for (const profile of memberRows(stage.now))
      expect(profileSchema.parse(profile)).toMatchObject({ bio: profile.bio });
    for (const row of listingRows(stage.now)) expect(listingSchema.parse(row)).toMatchObject({ title: row.title });
  });

  test("has forty deals or more, each about a listing of one of its sides", () => {
    expect(EXCHANGES.length).toBeGreaterThanOrEqual(40);
    expect(unique(EXCHANGES.map(({ key }) => key))).toBe(true);
    for (const { listing: key, buyer, seller } of EXCHANGES) {
      const listing = LISTINGS.find((candidate) => candidate.key === key);
      expect([key, listing?.owner]).toEqual([key, listing?.kind === "offer" ? seller : buyer]);
    }
  });

  test("shows every row of the table of states, with two open disputes", () => {
    const shown = EXCHANGES.map(({ ends }) => ends);
    expect(new Set(shown)).toEqual(new Set(EVERY_ENDING));
    expect(shown.filter((ending) => ending === "disputed")).toHaveLength(2);
  });

  test("opens deals only on terms the escrow accepts", () => {
    const { token, escrow } = stage.contracts;
    for (const exchange of EXCHANGES) {
      const { opening } = followDeal(exchange, stage.now);
      const openedAt = toUnixSeconds(exchange.opens.at, stage.now);
      expect([exchange.key, checkTerms(opening, openedAt, { token, escrow, forwarder: contract("d") })]).toEqual([
        exchange.key,
        [],
      ]);
    }
  });
});

describe("the plan of the story", () => {
  test("is the same at every start", async () => {
    expect(await planStory(stage)).toEqual(await planStory(stage));
  });

  test("runs strictly forward, inside the sixty days, and ends before today begins", async () => {
    const times = (await planStory(stage)).map(({ at }) => at);
    const today = stage.now - (stage.now % DAY);
    expect(times.every((at, index) => index === 0 || at > (times[index - 1] ?? 0))).toBe(true);
    expect(times[0]).toBeGreaterThan(stage.now - 60 * DAY);
    expect(times.at(-1)).toBeLessThan(today);
  });
});
