import { zeroAddress, zeroHash, type Address, type Hex } from "viem";
import type { HDAccount } from "viem/accounts";
import { amendmentTypedData, settlementTypedData, termsTypedData } from "#domain/typed-data.ts";
import { DEFAULT_TERMS, dealId, encodeOpening, type Terms } from "#domain/terms.ts";
import { accountAt, type World } from "./world.ts";

export const HOUR = 3_600;
export const DAY = 86_400;

/** Who takes part and what is paid; everything else has a default. */
export type Agreement = {
  buyer: HDAccount;
  seller: HDAccount;
  payment: readonly { id: bigint; amount: bigint }[];
  terms?: Partial<Terms>;
};

export const ARBITER = accountAt(18);
export const APPEAL_ARBITER = accountAt(19);

let salt = 0n;

/** Terms that start now and run for a day. */
export async function agree(world: World, { buyer, seller, payment, terms }: Agreement): Promise<Terms> {
  const now = await world.now();
  const sorted = payment.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...DEFAULT_TERMS,
    buyer: buyer.address,
    seller: seller.address,
    arbiter: ARBITER.address,
    appealArbiter: zeroAddress,
    ids: sorted.map(({ id }) => id),
    amounts: sorted.map(({ amount }) => amount),
    acceptBy: now + HOUR,
    deliverFrom: now,
    deliverBy: now + DAY,
    brief: zeroHash,
    salt: `0x${(salt++).toString(16).padStart(64, "0")}`,
    ...terms,
  };
}

/** @returns the deal's id on this chain */
export function idOf(world: World, terms: Terms): Hex {
  return dealId(terms, at(world));
}

/** @returns what goes with the payment, with the seller's signature where `seller` is given */
export async function openingData(world: World, terms: Terms, seller?: HDAccount): Promise<Hex> {
  return encodeOpening(terms, seller ? await seller.signTypedData(termsTypedData(terms, at(world))) : "0x");
}

/** The buyer sends the payment: with the seller's signature the deal opens active, without it pending. */
export async function open(world: World, agreement: Agreement, signed = true): Promise<Terms> {
  const terms = await agree(world, agreement);
  const data = await openingData(world, terms, signed ? agreement.seller : undefined);
  const { buyer } = agreement;
  const [id, ...moreIds] = terms.ids;
  const [amount] = terms.amounts;
  if (id === undefined || amount === undefined) throw new Error("Nothing to pay with");
  if (moreIds.length === 0) {
    await world.act(buyer, "token", "safeTransferFrom", [buyer.address, escrowOf(world), id, amount, data]);
  } else {
    const { ids, amounts } = terms;
    await world.act(buyer, "token", "safeBatchTransferFrom", [buyer.address, escrowOf(world), ids, amounts, data]);
  }
  return terms;
}

/** Opens, delivers and disputes. */
export async function dispute(world: World, agreement: Agreement): Promise<Terms> {
  const terms = await open(world, agreement);
  await world.act(agreement.seller, "escrow", "deliver", [idOf(world, terms)]);
  await world.act(agreement.buyer, "escrow", "dispute", [terms, `0x${"e1".repeat(32)}`]);
  return terms;
}

/** Both go on under new times; the buyer sends what the seller signed. */
export async function amend(world: World, { buyer, seller }: Agreement, terms: Terms): Promise<Terms> {
  const newTerms = { ...terms, deliverBy: terms.deliverBy + DAY };
  const consent = { dealId: idOf(world, terms), newDealId: idOf(world, newTerms) };
  const signature = await seller.signTypedData(amendmentTypedData(consent, at(world)));
  await world.act(buyer, "escrow", "amend", [terms, newTerms, signature]);
  return newTerms;
}

/** The buyer closes by a split the seller signed. */
export async function settle(
  world: World,
  { buyer, seller }: Agreement,
  terms: Terms,
  sellerMinutes: readonly bigint[],
): Promise<void> {
  const validUntil = (await world.now()) + HOUR;
  const settlement = { dealId: idOf(world, terms), sellerMinutes, ruling: zeroHash, nonce: 7n, validUntil };
  const signature = await seller.signTypedData(settlementTypedData(settlement, at(world)));
  await world.act(buyer, "escrow", "settle", [terms, settlement, signature]);
}

function at(world: World): { chainId: number; escrow: Address } {
  return { chainId: world.chain.id, escrow: escrowOf(world) };
}

function escrowOf({ contracts }: World): Address {
  return contracts.escrow;
}
