import type { Address } from "viem";
import { type Action, type ActionKind, actionsAt, roleOf } from "#domain/deal.ts";
import type { DealSummary } from "#web/features/deal/queries.ts";
import { situationOf, voiceOf, waitsFor } from "#web/features/deal/situation.ts";
import type { ProposalRecord } from "#web/features/proposal/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** What waits for a member, the most urgent first. */
const WAITING = [
  "rule",
  "accept",
  "confirm",
  "deliver",
  "appeal",
  "poke",
  "rate",
  "reply",
] as const satisfies ActionKind[];

/** What is asked of a deal and of a proposal here. */
type DealFacts = Pick<DealSummary, "id" | "state" | "terms" | "title" | "rated" | "defaulted"> & {
  row: Pick<DealSummary["row"], "minutes">;
};
type ProposalFacts = Pick<ProposalRecord, "state"> & {
  row: Pick<ProposalRecord["row"], "id" | "buyer" | "seller" | "minutes" | "deliverBy">;
  listing: { title: string } | null;
};

type ProposalStep = "payment" | "signature" | "funding";

/** One thing to do next, with the page where it is done. */
export type NextStep = {
  key: string;
  kind: (typeof WAITING)[number] | ProposalStep;
  href: string;
  /** The other side. */
  other: Address;
  title: string | null;
  minutes: number;
  /** Unix seconds; null where there is no hurry. */
  deadline: number | null;
};

/**
 * What waits for `who`, the nearest deadline first, ratings last.
 * @param now unix seconds
 */
export function nextSteps(
  who: Address,
  deals: readonly DealFacts[],
  proposals: readonly ProposalFacts[],
  now: number,
): NextStep[] {
  const steps = [
    ...proposals.flatMap((record) => proposalStep(who, record) ?? []),
    ...deals.flatMap((deal) => dealStep(who, deal, now) ?? []),
  ];
  return steps.sort(
    (a, b) => Number(isCourtesy(a)) - Number(isCourtesy(b)) || (a.deadline ?? Infinity) - (b.deadline ?? Infinity),
  );
}

/** Ratings are kind and bind nobody: they come after what somebody waits for. */
function isCourtesy({ kind }: { kind: ActionKind | ProposalStep }): boolean {
  return kind === "rate" || kind === "reply";
}

function dealStep(
  who: Address,
  { id, state, terms, row, title, rated, defaulted }: DealFacts,
  now: number,
): NextStep | null {
  const situation = situationOf(state, terms, defaulted, now);
  const waits = waitsFor(situation, voiceOf(roleOf(terms, who), situation));
  const open = actionsAt(state, terms, who, now, rated).filter(
    (action) => action.opensAt === null && (waits || isCourtesy(action)),
  );
  const action = WAITING.map((kind) => open.find((candidate) => candidate.kind === kind)).find(isWaiting);
  if (!action) return null;
  return {
    key: `${id}/${action.kind}`,
    kind: action.kind,
    href: paths.deal(id),
    other: who === terms.buyer ? terms.seller : terms.buyer,
    title,
    minutes: row.minutes,
    deadline: action.deadline,
  };
}

function isWaiting(action: Action | undefined): action is Action & { kind: (typeof WAITING)[number] } {
  return action !== undefined;
}

function proposalStep(who: Address, { row, state, listing }: ProposalFacts): NextStep | null {
  if (state !== "payment" && state !== "signature" && state !== "funding") return null;
  const turn = state === "signature" ? row.seller : row.buyer;
  if (turn !== who) return null;
  return {
    key: row.id,
    kind: state,
    href: paths.proposal(row.id),
    other: who === row.buyer ? row.seller : row.buyer,
    title: listing?.title ?? null,
    minutes: row.minutes,
    deadline: Math.floor(row.deliverBy.getTime() / 1000),
  };
}
