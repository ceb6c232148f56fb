import { zeroHash, type Address, type Hex } from "viem";
import { readStoredDeal, type DealOutcome, type DealStatus } from "#domain/deal-state.ts";
import { ratingBookAbi, timeEscrowAbi } from "#domain/generated/abi.ts";
import { rulingHash } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import { compareEach, expectEqual, readAt, readRows, type Sides } from "./sides.ts";

type DealRow = {
  id: Hex;
  status: DealStatus;
  outcome: DealOutcome | null;
  since: number;
  rateable: boolean;
  ruling: number[] | null;
  terms: Omit<Terms, "ids" | "amounts"> & { ids: string[]; amounts: string[] };
  minutes: number;
  paid: number;
  shared: number | null;
  rated: { rater: Address; replied: boolean }[] | null;
};

const SELECT = `
  select d.id, d.status, d.outcome, d.since::float8 since, d.rateable, d.ruling, d.minutes::float8 minutes,
    json_build_object('buyer', d.buyer, 'seller', d.seller, 'arbiter', d.arbiter, 'appealArbiter', d.appeal_arbiter,
      'ids', p.ids, 'amounts', p.amounts, 'acceptBy', d.accept_by, 'deliverFrom', d.deliver_from,
      'deliverBy', d.deliver_by, 'reviewWindow', d.review_window, 'rulingWindow', d.ruling_window,
      'appealWindow', d.appeal_window, 'arbiterFeeBps', d.arbiter_fee_bps, 'silenceSellerBps', d.silence_seller_bps,
      'brief', d.brief, 'salt', d.salt) terms, p.paid, p.shared,
    (select json_agg(json_build_object('rater', r.rater, 'replied', r.reply is not null))
      from chain.rating r where r.deal_id = d.id) rated
  from chain.deal d join (
    select deal_id, json_agg(token_id::text order by position) ids, json_agg(amount::text order by position) amounts,
      sum(minutes)::float8 paid,
      sum(seller_minutes + buyer_minutes + fee_minutes + lapsed_minutes)::float8 shared
    from chain.deal_payment group by deal_id) p on p.deal_id = d.id`;

/** Every deal's slot, terms, ruling and ratings against the contracts; what the escrow holds is what it owes. */
export async function compareDeals(sides: Sides): Promise<void> {
  const escrow = readAt(sides, sides.contracts.escrow, timeEscrowAbi);
  const book = readAt(sides, sides.contracts.ratingBook, ratingBookAbi);
  await compareEach(await readRows<DealRow>(sides, SELECT), async (row) => {
    const args = [row.id] as const;
    const terms = { ...row.terms, ids: row.terms.ids.map(BigInt), amounts: row.terms.amounts.map(BigInt) };
    const stored = await sides.client.readContract({ ...escrow, functionName: "dealOf", args });
    const { id, status, outcome, since, rateable, ruling } = row;
    const slot = { status, outcome, since, rateable, ruling };
    expectEqual(sides, `slot of ${id}`, slot, readStoredDeal(stored, ruling));
    expectEqual(sides, `deadline of ${id}`, terms.deliverBy, stored.deliverBy);
    expectEqual(sides, `seller of ${id}`, terms.seller, stored.seller.toLowerCase());
    const hash = await sides.client.readContract({ ...escrow, functionName: "hashTerms", args: [terms] });
    expectEqual(sides, `id of ${id}`, id, hash);
    const standing = await sides.client.readContract({ ...escrow, functionName: "rulingOf", args });
    expectEqual(sides, `ruling of ${id}`, ruling ? rulingHash(ruling) : zeroHash, standing);
    expectEqual(sides, `payment of ${id}`, row.minutes, row.paid);
    const isShared = status === "closed" && outcome !== "amended";
    expectEqual(sides, `shares of ${id}`, row.shared, isShared ? row.minutes : null);

    const said = await sides.client.readContract({ ...book, functionName: "ratedBy", args });
    const rated = (row.rated ?? []).map(({ rater }) => rater);
    const replied = (row.rated ?? []).filter((rating) => rating.replied).map(({ rater }) => rater);
    const { buyer, seller } = terms;
    expectEqual(
      sides,
      `ratings of ${id}`,
      [rated.includes(buyer), rated.includes(seller), replied.includes(seller), replied.includes(buyer)],
      said,
    );
  });
  await compareDebts(sides);
}

const DEBTS = `
  select token_id id, sum(amount)::text owed from (
    select p.token_id, p.amount from chain.deal_payment p join chain.deal d on d.id = p.deal_id where d.status <> 'closed'
    union all select token_id, amount from chain.claim) debts
  group by token_id`;

async function compareDebts(sides: Sides): Promise<void> {
  const owed = await readRows<{ id: string; owed: string }>(sides, DEBTS);
  const held = await readRows<{ id: string; amount: string }>(
    sides,
    `select token_id id, amount from chain.holding where holder = '${sides.contracts.escrow.toLowerCase()}'`,
  );
  for (const { id, amount } of held) {
    expectEqual(sides, `what the escrow owes of ${id}`, owed.find((debt) => debt.id === id)?.owed ?? "0", amount);
  }
  const escrow = readAt(sides, sides.contracts.escrow, timeEscrowAbi);
  const claims = await readRows<{ deal_id: Hex; owner: Address; token_id: string; amount: string }>(
    sides,
    "select * from chain.claim",
  );
  await compareEach(claims, async (claim) => {
    const args = [claim.deal_id, claim.owner, BigInt(claim.token_id)] as const;
    const left = await sides.client.readContract({ ...escrow, functionName: "claimOf", args });
    expectEqual(sides, `claim of ${claim.owner} in ${claim.deal_id}`, claim.amount, left);
  });
}
