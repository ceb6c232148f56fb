import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaOfMove, type Whereabouts } from "#indexer/src/records/promise-delta.ts";

const anywhere = fc.constantFrom<Whereabouts>("nothing", "escrow", "holder");

describe("given a move of tokens", () => {
  it("when it stays among holders, then the promise record does not change", () => {
    expect(deltaOfMove("holder", "holder", 60)).toEqual({});
  });

  it("when it is minted into the escrow, then it is minted, outstanding and in escrow", () => {
    expect(deltaOfMove("nothing", "escrow", 60)).toEqual({
      mintedMinutes: 60,
      outstandingMinutes: 60,
      inEscrowMinutes: 60,
    });
  });

  it("then what is in escrow stays a part of what is outstanding, whatever the journey", () => {
    fc.assert(
      fc.property(fc.array(anywhere, { maxLength: 20 }), (stops) => {
        let at: Whereabouts = "nothing";
        let outstanding = 0;
        let inEscrow = 0;
        for (const next of stops) {
          const delta = deltaOfMove(at, next, 60);
          outstanding += delta.outstandingMinutes ?? 0;
          inEscrow += delta.inEscrowMinutes ?? 0;
          at = next;
          expect(outstanding).toBe(at === "nothing" ? 0 : 60);
          expect(inEscrow).toBe(at === "escrow" ? 60 : 0);
        }
      }),
    );
  });
});
