import { describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { groupByExpiry } from "#web/features/dashboard/expiry-groups.ts";
import { heldMinutes, viewHoldings } from "#web/features/token/holding-view.ts";

const DAY = 86_400;
const NOW = 1_800_000_000;
const ISSUER = `0x${"11".repeat(20)}` as const;

const holdings = (...ends: (number | "never")[]) =>
  viewHoldings(
    ends.map((end) => {
      const expiry = end === "never" ? 0 : NOW + end;
      const tokenId = packTokenId({ issuer: ISSUER, unit: "minute", expiry });
      return {
        tokenId,
        amount: 10n,
        minutes: 10,
        issuer: ISSUER,
        unit: "minute" as const,
        expiry,
        issuerName: null,
        issuerHandle: null,
        issuerPhotoId: null,
      };
    }),
    NOW,
  );

describe("given nothing that holds", () => {
  it("has empty groups", () => {
    const gone = holdings(-DAY, 0);
    expect(groupByExpiry(gone, NOW)).toEqual({ week: 0, month: 0, later: 0, never: 0, laterUntil: null, first: null });
    expect(heldMinutes(gone)).toBe(0);
  });
});

describe("given holdings", () => {
  it("puts each in one group, its border in the nearer one", () => {
    const held = holdings(1, 7 * DAY, 7 * DAY + 1, 30 * DAY, 30 * DAY + 1, 90 * DAY, "never");
    const groups = groupByExpiry(held, NOW);
    expect(groups).toMatchObject({ week: 20, month: 20, later: 20, never: 10, laterUntil: NOW + 90 * DAY });
    expect(groups.first?.expiry).toBe(NOW + 1);
    expect(heldMinutes(held)).toBe(70);
  });
  it("says until when each can pay for a deal", () => {
    const [soon, never] = holdings(DAY, "never");
    expect(soon).toMatchObject({ lapsed: false, spendable: false });
    expect(never).toMatchObject({ spendable: true, spendableUntil: null });
  });
});
