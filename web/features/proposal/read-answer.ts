import type { Address } from "viem";
import { EVERYBODY_WELCOME } from "#domain/welcome.ts";
import type { Database } from "#web/db/client.ts";
import { readDealTime } from "#web/features/deal/queries.ts";
import { readFormData } from "#web/features/proposal/form-data.ts";
import type { ProposalFormProps } from "#web/features/proposal/proposal-form.tsx";
import { readProposal, type ProposalRecord } from "#web/features/proposal/queries.ts";
import { termsOfProposal, turnOf } from "#web/features/proposal/stored-proposal.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** Everything the page that answers a proposal shows. */
export type Answer = {
  form: ProposalFormProps;
  /** Title of the listing; null where it is gone. */
  title: string | null;
  /** The reader chooses the payment for the first time. */
  paying: boolean;
};

/** @returns null where there is no such proposal of theirs, "closed" where it is not theirs to answer now. */
export async function readAnswer(
  db: Database,
  who: Address,
  id: string,
  clock: Date,
): Promise<Answer | "closed" | null> {
  const found = await readProposal(db, who, id, clock);
  if (!found) return null;
  const viewer = found.row.buyer === who ? "buyer" : "seller";
  if (!canAnswer(found, viewer)) return "closed";
  return {
    form: await readForm(db, found, viewer, await readDealTime(db, clock)),
    title: found.listing?.title ?? null,
    paying: viewer === "buyer" && found.state === "payment",
  };
}

async function readForm(
  db: Database,
  { row, listing }: ProposalRecord,
  viewer: "buyer" | "seller",
  now: number,
): Promise<ProposalFormProps> {
  const { id, buyer, seller, briefText: brief, minutes: totalMinutes } = row;
  const data = await readFormData(db, { buyer, seller, viewer, proposalId: id, listing }, now);
  const arbiter = termsOfProposal(row)?.arbiter ?? data.arbiters[0]?.address ?? "";
  const start = { brief, totalMinutes, arbiter, slot: slotAhead(row, now) };
  const about = { kind: "answer", proposalId: id } as const;
  const durationMinutes = listing?.durationMinutes ?? null;
  return { about, viewer, buyer, seller, durationMinutes, welcome: listing ?? EVERYBODY_WELCOME, start, now, ...data };
}

/** What ran out unanswered can be proposed anew by either side. */
function canAnswer({ state, opened }: ProposalRecord, viewer: "buyer" | "seller"): boolean {
  return !opened && (state === "expired" || turnOf(state) === viewer);
}

function slotAhead(row: ProposalRecord["row"], now: number): ProposalFormProps["start"]["slot"] {
  const deliverFrom = toSeconds(row.deliverFrom);
  return deliverFrom > now ? { deliverFrom, deliverBy: toSeconds(row.deliverBy) } : null;
}
