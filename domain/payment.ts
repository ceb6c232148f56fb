import type { Address } from "viem";
import { sameAddress } from "./address.ts";
import { TERMS_LIMITS, latestOpenSecond, type Terms } from "./terms.ts";
import { unpackTokenId } from "./token-id.ts";
import { minutesPer } from "./units.ts";

/** Some of a buyer's balance. */
export type Holding = { tokenId: bigint; amount: bigint };

/** What is to be paid. */
export type PaymentRequest = {
  minutes: number;
  seller: Address;
  /** Whether the seller takes promises of this issuer. */
  isWelcome: (issuer: Address) => boolean;
  /** The deal's deadline and windows: they say which ids live long enough. */
  terms: Pick<Terms, "deliverBy" | "reviewWindow" | "rulingWindow" | "appealWindow" | "appealArbiter">;
};

/** The payment as terms want it, or why the holdings cannot make it. */
export type PaymentChoice =
  | { kind: "exact"; ids: bigint[]; amounts: bigint[] }
  /** Too little that is welcome and lives long enough. */
  | { kind: "missing"; missingMinutes: number }
  /** Enough, but not in units that make exactly this price: converting some would. */
  | { kind: "inexact" }
  /** Exactly enough, but only out of more than eight ids. */
  | { kind: "scattered" };

/** A holding that may be used, in minutes. */
type Usable = { tokenId: bigint; per: number; count: number; own: boolean; expiry: number };

/**
 * Chooses an exact payment: the seller's own promises first (they come home), then what runs out soonest of what lives
 * long enough, never-ending ones last.
 * @param holdings of the buyer
 */
export function choosePayment(holdings: readonly Holding[], request: PaymentRequest): PaymentChoice {
  const usable = findUsable(holdings, request);
  const total = usable.reduce((sum, { per, count }) => sum + per * count, 0);
  if (total < request.minutes) return { kind: "missing", missingMinutes: request.minutes - total };
  const preferred = takeInOrder(usable, request.minutes);
  if (preferred === null) return { kind: "inexact" };
  if (preferred.length <= TERMS_LIMITS.mostIds) return asPayment(preferred);
  const bigFirst = [...usable].sort((a, b) => b.per * b.count - a.per * a.count);
  const fewest = takeInOrder(bigFirst, request.minutes) ?? preferred;
  return fewest.length <= TERMS_LIMITS.mostIds ? asPayment(fewest) : { kind: "scattered" };
}

function findUsable(holdings: readonly Holding[], { seller, isWelcome, terms }: PaymentRequest): Usable[] {
  const needed = latestOpenSecond(terms) + TERMS_LIMITS.expiryMargin;
  return holdings
    .map(({ tokenId, amount }) => {
      const { issuer, unit, expiry } = unpackTokenId(tokenId);
      return {
        tokenId,
        per: minutesPer(unit),
        count: Number(amount),
        own: sameAddress(issuer, seller),
        welcome: isWelcome(issuer),
        expiry: expiry === 0 ? Infinity : expiry,
      };
    })
    .filter(({ count, welcome, expiry }) => count > 0 && expiry >= needed && welcome)
    .sort((a, b) => Number(b.own) - Number(a.own) || compare(a.expiry, b.expiry) || b.per - a.per);
}

/** Takes from each in turn as much as leaves a rest that the others can still make exactly. */
function takeInOrder(usable: readonly Usable[], minutes: number): { tokenId: bigint; count: number }[] | null {
  if (!canMake(usable, minutes)) return null;
  let rest = minutes;
  return usable.flatMap(({ tokenId, per, count }, index) => {
    const others = usable.slice(index + 1);
    let take = Math.min(count, Math.floor(rest / per));
    while (take > 0 && !canMake(others, rest - take * per)) take--;
    rest -= take * per;
    return take === 0 ? [] : [{ tokenId, count: take }];
  });
}

/** Units divide one another, so taking the largest first finds an exact payment wherever there is one. */
function canMake(usable: readonly Usable[], minutes: number): boolean {
  let rest = minutes;
  for (const per of [minutesPer("day"), minutesPer("hour"), minutesPer("minute")]) {
    const count = usable.reduce((sum, holding) => sum + (holding.per === per ? holding.count : 0), 0);
    rest -= Math.min(count, Math.floor(rest / per)) * per;
  }
  return rest === 0;
}

function asPayment(chosen: { tokenId: bigint; count: number }[]): PaymentChoice {
  const ascending = chosen.sort((a, b) => compare(a.tokenId, b.tokenId));
  return {
    kind: "exact",
    ids: ascending.map(({ tokenId }) => tokenId),
    amounts: ascending.map(({ count }) => BigInt(count)),
  };
}

function compare<T extends bigint | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
