import type { Address } from "viem";
import { spendableUntil } from "#domain/spendable.ts";
import { DEFAULT_TERMS, type Windows } from "#domain/terms.ts";
import { hasLapsed } from "#domain/token-id.ts";
import type { HoldingRow } from "#web/features/token/queries.ts";

/** A holding and what time makes of it. Instants are unix seconds. */
export type HoldingView = HoldingRow & {
  lapsed: boolean;
  /** Until when it can still pay for a usual deal; null for no limit. */
  spendableUntil: number | null;
  /** It can pay for a usual deal now. */
  spendable: boolean;
};

/** Somebody: a usual deal names an arbiter for appeals, which makes it last the longest. */
const SOMEBODY: Address = "0x0000000000000000000000000000000000000001";

const USUAL_WINDOWS: Windows = { ...DEFAULT_TERMS, appealArbiter: SOMEBODY };

/** @param now unix seconds */
export function viewHoldings(rows: readonly HoldingRow[], now: number): HoldingView[] {
  return rows.map((row) => {
    const until = spendableUntil(row.tokenId, USUAL_WINDOWS);
    return {
      ...row,
      lapsed: hasLapsed(row.tokenId, now),
      spendableUntil: until,
      spendable: until === null || now <= until,
    };
  });
}

/** Minutes that still hold. */
export function heldMinutes(holdings: readonly HoldingView[]): number {
  return sumMinutes(holdings.filter(({ lapsed }) => !lapsed));
}

/** Minutes of all of them. */
export function sumMinutes(holdings: readonly Pick<HoldingView, "minutes">[]): number {
  return holdings.reduce((sum, { minutes }) => sum + minutes, 0);
}
