import { zeroAddress, zeroHash, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { DEAL_OUTCOMES, type DealOutcome } from "#domain/deal-state.ts";
import { RATING_WINDOW } from "#domain/deal.ts";
import { walkCourse } from "#domain/receipt/course.ts";
import type { DealEvent } from "#domain/receipt/events.ts";
import { ReceiptProblem } from "#domain/receipt/problem.ts";
import type { Terms } from "#domain/terms.ts";
import { APPEAL_ARBITER, ARBITER, BUYER, DAY, exampleTerms, HOUR, NOW, SELLER } from "../example-deal.ts";

const DEAL: Hex = `0x${"de".repeat(32)}`;
const TERMS = exampleTerms({ arbiterFeeBps: 1_000 });
/** Of 120 minutes, less the fee. */
const MOST = 108n;

/** One transaction: when it came, and the events it brought. */
type Act = { at: number; says: [DealEvent["eventName"], object?][] };

const act = (at: number, ...says: Act["says"]): Act => ({ at, says });
const opened = (status = 2): Act => act(NOW, ["Opened", { status }]);
const closed = (outcome: DealOutcome, said: object = {}): Act["says"][number] => [
  "Closed",
  {
    ...{ outcome: DEAL_OUTCOMES.indexOf(outcome) + 1, bySilence: false, feeTo: zeroAddress, sellerMinutes: [] },
    ...said,
  },
];
const ruled = (arbiter: Hex, ...sellerMinutes: bigint[]): Act["says"][number] => [
  "Ruled",
  { arbiter, sellerMinutes, reasons: zeroHash },
];

const DELIVERED = TERMS.deliverFrom + HOUR;
const DISPUTED = DELIVERED + HOUR;
const RULED = DISPUTED + HOUR;
const delivered = act(DELIVERED, ["Delivered"]);
const disputed = act(DISPUTED, ["Disputed"]);
const evidence = act(DISPUTED, ["Evidence", { contentHash: zeroHash }]);
const firstRuling = act(RULED, ruled(ARBITER, 60n));
const appealed = act(RULED + HOUR, ["Appealed"]);
const quarrel = [opened(), delivered, disputed, evidence];

/** What comes of a deal, and what of it nobody who only reads the rest could miss. */
const COURSES: [what: string, outcome: DealOutcome, acts: Act[], mayBeMissing: string[], terms?: Terms][] = [
  [
    "confirmed, and rated by both",
    "completed",
    [
      opened(),
      delivered,
      act(DISPUTED, closed("completed")),
      act(RULED, ["Rated", { rater: BUYER }], ["Rated", { rater: SELLER }]),
      act(RULED + HOUR, ["Replied", { rater: BUYER }]),
    ],
    ["Delivered", "Rated", "Replied"],
  ],
  [
    "confirmed when only a delivery had kept it open",
    "completed",
    [opened(), delivered, act(TERMS.deliverBy + HOUR, closed("completed"))],
    [],
  ],
  [
    "refunded after a delivery, which makes it one to rate",
    "refunded",
    [opened(), delivered, act(DISPUTED, closed("refunded")), act(RULED, ["Rated", { rater: BUYER }])],
    ["Delivered", "Rated"],
  ],
  [
    "delivered, and left to silence",
    "completed",
    [opened(), delivered, act(DELIVERED + TERMS.reviewWindow + 1, closed("completed", { bySilence: true }))],
    [],
  ],
  [
    "accepted, and let down",
    "refunded",
    [opened(1), act(NOW + HOUR, ["Accepted"]), act(TERMS.deliverBy + 1, closed("refunded", { bySilence: true }))],
    // The poke of a proposal that nobody accepted looks the same: docs/receipts.md says so.
    ["Accepted"],
  ],
  [
    "ruled, appealed and ruled again",
    "ruled",
    [
      ...quarrel,
      firstRuling,
      appealed,
      act(
        RULED + 2 * HOUR,
        ruled(APPEAL_ARBITER, 30n),
        closed("ruled", { feeTo: APPEAL_ARBITER, sellerMinutes: [30n] }),
      ),
    ],
    ["Evidence"],
  ],
  [
    "ruled, and not appealed",
    "ruled",
    [
      ...quarrel,
      firstRuling,
      act(RULED + TERMS.appealWindow + 1, closed("ruled", { bySilence: true, feeTo: ARBITER, sellerMinutes: [60n] })),
    ],
    ["Evidence"],
  ],
  [
    "both arbiters stepped back",
    "split",
    [
      ...quarrel,
      act(RULED, ["Recused", { arbiter: ARBITER }]),
      act(RULED + HOUR, ["Recused", { arbiter: APPEAL_ARBITER }], closed("split", { bySilence: true })),
    ],
    ["Evidence"],
  ],
  [
    "ruled by the only arbiter there is",
    "ruled",
    [...quarrel, act(RULED, ruled(ARBITER, 0n), closed("ruled", { feeTo: ARBITER, sellerMinutes: [0n] }))],
    ["Evidence"],
    { ...TERMS, appealArbiter: zeroAddress },
  ],
  [
    "conceded by the buyer after a ruling that earned its fee",
    "ruled",
    [
      ...quarrel,
      firstRuling,
      act(RULED + HOUR, ["Conceded", { by: BUYER }], closed("ruled", { feeTo: ARBITER, sellerMinutes: [MOST] })),
    ],
    ["Evidence"],
  ],
  [
    "settled after a ruling that earned its fee",
    "settled",
    [...quarrel, firstRuling, act(RULED + HOUR, closed("settled", { feeTo: ARBITER, sellerMinutes: [100n] }))],
    ["Evidence"],
  ],
];

describe.each(COURSES)("given a deal that was %s", (_, outcome, acts, mayBeMissing, terms = TERMS) => {
  it("then it is walked to its end", () => {
    expect(walk(acts, terms)).toBe(outcome);
  });

  it("when any of its transactions are left out, then only what stands by itself can be missing", () => {
    for (let left = 0; left < 2 ** acts.length - 1; left += 1) {
      const kept = acts.filter((__, at) => left & (1 << at));
      const missing = acts.filter((each) => !kept.includes(each)).flatMap(({ says }) => says.map(([name]) => name));
      const said = refusalOr(kept, terms);
      if (said !== "refused")
        expect(mayBeMissing, `without ${missing.join(", ")}`).toEqual(expect.arrayContaining(missing));
    }
  });

  it("when its closing comes by silence a second too early, or says another split, then it is refused", () => {
    const at = acts.findIndex(({ says }) => says.some(([name]) => name === "Closed"));
    const { says, at: time } = acts[at]!;
    const [closing] = says.filter(([name]) => name === "Closed").map(([, args]) => args as { bySilence: boolean });
    const withClosing = (changed: object, moved: number) =>
      acts.map((each, place) =>
        place === at
          ? act(
              moved,
              ...says.map(([name, args]): Act["says"][number] =>
                name === "Closed" ? [name, { ...closing, ...changed }] : [name, args],
              ),
            )
          : each,
      );
    expect(refusalOr(withClosing({}, time), terms)).toBe(outcome);
    expect(refusalOr(withClosing({ sellerMinutes: [7n] }, time), terms)).toBe(
      outcome === "settled" ? outcome : "refused",
    );
    expect(refusalOr(withClosing({ feeTo: BUYER }, time), terms)).toBe("refused");
    expect(refusalOr(withClosing({ bySilence: !closing!.bySilence }, time), terms)).toBe("refused");
    if (closing!.bySilence && says.length === 1) expect(refusalOr(withClosing({}, time - 1), terms)).toBe("refused");
  });
});

describe("given events that the contracts do not emit like this", () => {
  const over = [opened(), act(DELIVERED, closed("completed"))];
  const LATE = DELIVERED + RATING_WINDOW + 1;
  it.each<[string, Act[]]>([
    ["a delivery before its slot", [opened(), act(TERMS.deliverFrom - 1, ["Delivered"]), ...over.slice(1)]],
    [
      "a ruling by the arbiter of appeals out of turn",
      [...quarrel, act(RULED, ruled(APPEAL_ARBITER, 0n), closed("ruled"))],
    ],
    ["a lapse that the payout did not bring", [...over, act(DISPUTED, ["Lapsed", { id: 1n }])]],
    ["a rating after its time", [...over, act(LATE, ["Rated", { rater: BUYER }])]],
    ["two ratings of one side", [...over, act(DISPUTED, ["Rated", { rater: BUYER }], ["Rated", { rater: BUYER }])]],
    ["an answer to no rating", [...over, act(DISPUTED, ["Replied", { rater: BUYER }])]],
    [
      "a rating of what was never delivered",
      [opened(), act(NOW + DAY, closed("refunded")), act(DISPUTED, ["Rated", { rater: BUYER }])],
    ],
    ["a second closing", [...over, act(DISPUTED, closed("refunded"))]],
  ])("then %s is refused", (_, acts) => {
    expect(refusalOr(acts, TERMS)).toBe("refused");
  });
});

function walk(acts: readonly Act[], terms: Terms): DealOutcome {
  const events = acts.flatMap((transaction) =>
    transaction.says.map(
      ([eventName, args], log) =>
        ({
          eventName,
          args: { dealId: DEAL, ...args },
          block: 1,
          time: transaction.at,
          log,
          transaction,
        }) as unknown as DealEvent,
    ),
  );
  return walkCourse(DEAL, terms, events);
}

function refusalOr(acts: readonly Act[], terms: Terms): DealOutcome | "refused" {
  try {
    return walk(acts, terms);
  } catch (error) {
    if (error instanceof ReceiptProblem && error.code === "course") return "refused";
    throw error;
  }
}
