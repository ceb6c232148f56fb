import { hashTypedData, type Address, type Hex } from "viem";
import { isNobody, sameAddress } from "./address.ts";
import { hasLapsed, isTokenId, minutesPerToken, unpackTokenId } from "./token-id.ts";

/** The swap on one chain: what every order is bound to. */
export type SwapAt = { chainId: number; swap: Address };

/** Tokens that change hands together. */
export type Bundle = {
  /** Token ids, strictly ascending, one to eight. */
  ids: readonly bigint[];
  /** Amounts of `ids`, each in its id's unit, above zero. */
  amounts: readonly bigint[];
};

/** A signed offer to swap, open to anyone: for exactly `want`, or for minutes of one issuer (EIP-712). */
export type SwapOrder = {
  /** Signs, gives `give` and receives what is wanted. */
  maker: Address;
  give: Bundle;
  /** Empty where minutes are wanted. */
  want: Bundle;
  /** Whose minutes are wanted, in any unit; the zero address where `want` is. */
  issuer: Address;
  /** How many of them, exactly; 0 where `want` is. */
  wantMinutes: bigint;
  /** The earliest expiry taken, 0 for any; what never expires always is. 0 where `want` is. */
  minExpiry: number;
  /** The signature's last second. */
  validUntil: number;
  nonce: bigint;
  /** The maker's epoch. */
  epoch: bigint;
};

/** What the swap takes. */
export const SWAP_LIMITS = { mostIds: 8, smallestRing: 2, largestRing: 8 } as const;

/** A bundle of nothing: what an order wants beside minutes. */
export const NO_BUNDLE: Bundle = { ids: [], amounts: [] };

const ORDER_TYPES = {
  Order: [
    { name: "maker", type: "address" },
    { name: "give", type: "Bundle" },
    { name: "want", type: "Bundle" },
    { name: "issuer", type: "address" },
    { name: "wantMinutes", type: "uint256" },
    { name: "minExpiry", type: "uint40" },
    { name: "validUntil", type: "uint40" },
    { name: "nonce", type: "uint256" },
    { name: "epoch", type: "uint256" },
  ],
  Bundle: [
    { name: "ids", type: "uint256[]" },
    { name: "amounts", type: "uint256[]" },
  ],
} as const;

/** The maker signs this to have an order filled by anyone. */
export function orderTypedData(order: SwapOrder, { chainId, swap }: SwapAt) {
  return {
    domain: { name: "TimeSwap", version: "1", chainId, verifyingContract: swap },
    types: ORDER_TYPES,
    primaryType: "Order" as const,
    message: order,
  };
}

/** @returns the order's id: the full EIP-712 digest, bound to chain and contract. */
export function orderId(order: SwapOrder, at: SwapAt): Hex {
  return hashTypedData(orderTypedData(order, at));
}

/** @returns whether the swap would move these tokens: one to eight ascending, running ids with amounts above zero. */
export function isSwappable({ ids, amounts }: Bundle, now: number): boolean {
  if (ids.length === 0 || ids.length > SWAP_LIMITS.mostIds || ids.length !== amounts.length) return false;
  return ids.every((id, index) => {
    const previous = ids[index - 1];
    const ascending = previous === undefined || id > previous;
    return ascending && amounts[index] !== 0n && isTokenId(id) && !hasLapsed(id, now);
  });
}

/** @returns whether the order wants one thing, said in one way: exact ids, or minutes of one issuer. */
export function hasOneWant({ want, issuer, wantMinutes, minExpiry }: SwapOrder): boolean {
  if (want.ids.length === 0 && want.amounts.length === 0) return !isNobody(issuer) && wantMinutes !== 0n;
  return isNobody(issuer) && wantMinutes === 0n && minExpiry === 0;
}

/**
 * @param payment a bundle that `isSwappable`
 * @returns whether it is what the order wants, no less and no more
 */
export function takesPayment(order: SwapOrder, payment: Bundle): boolean {
  if (isNobody(order.issuer))
    return sameNumbers(payment.ids, order.want.ids) && sameNumbers(payment.amounts, order.want.amounts);
  const wanted = payment.ids.every((id) => {
    const { issuer, expiry } = unpackTokenId(id);
    return sameAddress(issuer, order.issuer) && (expiry === 0 || expiry >= order.minExpiry);
  });
  const minutes = payment.ids.reduce(
    (sum, id, index) => sum + (payment.amounts[index] ?? 0n) * BigInt(minutesPerToken(id)),
    0n,
  );
  return wanted && minutes === order.wantMinutes;
}

function sameNumbers(a: readonly bigint[], b: readonly bigint[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
