import { describe, expect, it } from "vitest";
import { latestDeliverBy, spendableUntil } from "#domain/spendable.ts";
import { checkTerms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { DAY, exampleTerms, HOUR, NOW, STRANGER, SYSTEM } from "./example-deal.ts";

describe("until when an id can still pay", () => {
  const id = packTokenId({ issuer: STRANGER, unit: "hour", expiry: NOW + 60 * DAY });
  const forever = packTokenId({ issuer: STRANGER, unit: "hour", expiry: 0 });

  function problemsAt(now: number, deliverBy: number): string[] {
    const terms = exampleTerms({ ids: [id], amounts: [1n], acceptBy: now, deliverFrom: now, deliverBy });
    return checkTerms(terms, now, SYSTEM).map(({ error }) => error);
  }

  it("is for ever where it never lapses", () => {
    expect(spendableUntil(forever, exampleTerms())).toBeNull();
    expect(latestDeliverBy(forever, exampleTerms())).toBeNull();
  });

  it("is the last second in which the escrow takes it", () => {
    const last = spendableUntil(id, exampleTerms())!;
    expect(problemsAt(last, last + HOUR)).toEqual([]);
    expect(problemsAt(last + 1, last + 1 + HOUR)).toEqual(["TimeEscrow_ExpiresTooSoon"]);
  });

  it("is bounded by the delivery, too", () => {
    const latest = latestDeliverBy(id, exampleTerms())!;
    expect(problemsAt(NOW, latest)).toEqual([]);
    expect(problemsAt(NOW, latest + 1)).toEqual(["TimeEscrow_ExpiresTooSoon"]);
  });
});
