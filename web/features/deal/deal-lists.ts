import type { Address } from "viem";
import { actionsAt, roleOf, stageAt } from "#domain/deal.ts";
import type { Database } from "#web/db/client.ts";
import { listDeals, readDealTime, type DealSummary } from "#web/features/deal/queries.ts";
import { situationOf, voiceOf, waitsFor, type Situation, type Voice } from "#web/features/deal/situation.ts";
import { readPeople, type People } from "#web/features/people/queries.ts";
import { listProposals, type ProposalRecord } from "#web/features/proposal/queries.ts";
import { turnOf } from "#web/features/proposal/stored-proposal.ts";

export const DEAL_TABS = ["needsMe", "inProgress", "closed", "arbiter"] as const;
export type DealTab = (typeof DEAL_TABS)[number];

/** A deal in the reader's list. */
export type ListedDeal = DealSummary & {
  situation: Situation;
  voice: Voice;
  /** Unix seconds; null where nothing runs out. */
  deadline: number | null;
  /** It is over, and the reader may still rate. */
  rate: boolean;
};

/** A proposal in the reader's list. */
export type ListedProposal = ProposalRecord & { viewer: "buyer" | "seller"; mine: boolean };

/** Everything the reader is in, by what it asks of them. */
export type DealLists = {
  tabs: Record<DealTab, { deals: ListedDeal[]; proposals: ListedProposal[] }>;
  people: People;
};

/** @returns the deals and proposals of `who`, sorted into the tabs of the page. */
export async function readDealLists(db: Database, who: Address, clock: Date): Promise<DealLists> {
  const now = await readDealTime(db, clock);
  const [summaries, proposals] = await Promise.all([listDeals(db, who), listProposals(db, who, clock)]);
  const deals = summaries.map((summary) => listDeal(summary, who, now));
  const open = proposals.map((record) => listProposal(record, who)).filter(({ state }) => state !== "expired");
  const expired = proposals.map((record) => listProposal(record, who)).filter(({ state }) => state === "expired");
  const isOver = ({ row }: ListedDeal) => row.status === "closed" || row.status === "voided";
  const asks = (listed: ListedDeal) => waitsFor(listed.situation, listed.voice) || listed.rate;
  const party = deals.filter(({ terms }) => terms.buyer === who || terms.seller === who);
  const people = await readPeople(db, [
    ...deals.flatMap(({ terms }) => [terms.buyer, terms.seller, terms.arbiter, terms.appealArbiter]),
    ...proposals.flatMap(({ row }) => [row.buyer, row.seller]),
  ]);
  return {
    people,
    tabs: {
      needsMe: { deals: deals.filter(asks), proposals: open.filter(({ mine }) => mine) },
      inProgress: {
        deals: party.filter((listed) => !isOver(listed) && !asks(listed)),
        proposals: open.filter(({ mine }) => !mine),
      },
      closed: { deals: party.filter((listed) => isOver(listed) && !asks(listed)), proposals: expired },
      arbiter: { deals: deals.filter(({ terms }) => terms.buyer !== who && terms.seller !== who), proposals: [] },
    },
  };
}

function listDeal(summary: DealSummary, who: Address, now: number): ListedDeal {
  const { state, terms, defaulted, rated } = summary;
  const situation = situationOf(state, terms, defaulted, now);
  const stage = stageAt(state, terms, now);
  return {
    ...summary,
    situation,
    voice: voiceOf(roleOf(terms, who), situation),
    deadline: stage.dueOutcome === null ? stage.deadline : null,
    rate: actionsAt(state, terms, who, now, rated).some(({ kind }) => kind === "rate"),
  };
}

function listProposal(record: ProposalRecord, who: Address): ListedProposal {
  const viewer = record.row.buyer === who ? ("buyer" as const) : ("seller" as const);
  const mine = turnOf(record.state) === viewer;
  return { ...record, viewer, mine };
}
