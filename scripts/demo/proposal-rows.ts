import { commitWords } from "#domain/commitment.ts";
import { dealId } from "#domain/terms.ts";
import { termsToJson } from "#domain/terms-json.ts";
import type { proposal } from "#web/db/schema/proposal.ts";
import type { words } from "#web/db/schema/words.ts";
import { addressOf } from "./accounts.ts";
import { termsOf } from "./agreed-terms.ts";
import { saltOf, uuidOf } from "./fixed-random.ts";
import { listingId, toDate } from "./member-rows.ts";
import { signTerms } from "./plan-opening.ts";
import type { DemoProposal } from "./proposal.ts";
import { PROPOSALS } from "./proposals.ts";
import type { Stage } from "./transaction.ts";

type ProposalInsert = typeof proposal.$inferInsert;
type WordsInsert = typeof words.$inferInsert;

/** @returns what is being agreed today. */
export async function openProposalRows(stage: Stage): Promise<ProposalInsert[]> {
  return Promise.all(
    PROPOSALS.map(async (proposed) => ({
      id: uuidOf("proposal", proposed.key),
      listingId: listingId(proposed.listing),
      buyer: addressOf(proposed.buyer),
      seller: addressOf(proposed.seller),
      proposer: addressOf(proposed[proposed.proposer]),
      minutes: proposed.minutes,
      deliverFrom: toDate(proposed.slot[0], stage.now),
      deliverBy: toDate(proposed.slot[1], stage.now),
      note: proposed.note,
      briefText: proposed.brief,
      briefSalt: briefSalt(proposed),
      stage: proposed.stage,
      ...(await agreedSoFar(proposed, stage)),
      createdAt: toDate(proposed.written, stage.now),
      updatedAt: toDate(proposed.written, stage.now),
    })),
  );
}

/** @returns the briefs of the proposals that have terms: the rest has no deal to belong to yet. */
export async function openBriefRows(stage: Stage): Promise<WordsInsert[]> {
  const rows = await openProposalRows(stage);
  return rows.flatMap(({ dealId: id, briefText, briefSalt: salt, buyer, createdAt }): WordsInsert[] =>
    id
      ? [
          {
            hash: commitWords(briefText, salt),
            salt,
            kind: "brief",
            dealId: id,
            author: buyer,
            body: briefText,
            createdAt,
          },
        ]
      : [],
  );
}

async function agreedSoFar(
  proposed: DemoProposal,
  stage: Stage,
): Promise<Pick<ProposalInsert, "terms" | "dealId" | "signature">> {
  if (!proposed.chosen) return { terms: null, dealId: null, signature: null };
  const brief = { hash: commitWords(proposed.brief, briefSalt(proposed)) };
  const terms = termsOf({ ...proposed, ...proposed.chosen, brief }, stage.now);
  return {
    terms: termsToJson(terms),
    dealId: dealId(terms, { chainId: stage.chainId, escrow: stage.contracts.escrow }),
    signature: proposed.stage === "funding" ? await signTerms(proposed, terms, stage) : null,
  };
}

function briefSalt({ key }: DemoProposal) {
  return saltOf("brief", key);
}
