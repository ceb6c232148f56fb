import { dealId, type Terms } from "#domain/terms.ts";
import { termsToJson } from "#domain/terms-json.ts";
import type { proposal } from "#web/db/schema/proposal.ts";
import type { words } from "#web/db/schema/words.ts";
import { addressOf } from "./accounts.ts";
import { totalMinutes } from "./agreed-terms.ts";
import { followDeal, type DealCourse } from "./deal-course.ts";
import { EXCHANGES } from "./exchanges.ts";
import { uuidOf } from "./fixed-random.ts";
import { LISTINGS } from "./listings.ts";
import { listingId, toDate } from "./member-rows.ts";
import type { Moment } from "./moment.ts";
import { signTerms } from "./plan-opening.ts";
import { wordsOf, type SpokenWords } from "./spoken-words.ts";
import type { Stage } from "./transaction.ts";

type ProposalInsert = typeof proposal.$inferInsert;
type WordsInsert = typeof words.$inferInsert;

/** The words and terms a deal went on under from some moment. */
interface Version {
  terms: Terms;
  brief: SpokenWords;
  from: Moment;
}

/** @returns how every deal was agreed; an amended one once for each of its terms, for each is a deal of its own. */
export async function agreedProposalRows(stage: Stage): Promise<ProposalInsert[]> {
  const rows = EXCHANGES.map((exchange) => {
    const course = followDeal(exchange, stage.now);
    return Promise.all(versionsOf(course).map((version, index) => rowOf(course, version, index, stage)));
  });
  return (await Promise.all(rows)).flat();
}

/** @returns everything said in the deals, under its commitment. */
export function wordsRows({ now, chainId, contracts }: Stage): WordsInsert[] {
  return EXCHANGES.flatMap((exchange) => {
    const course = followDeal(exchange, now);
    return course.words.map(({ hash, salt, kind, author, body, at, step }): WordsInsert => {
      const terms = course.steps[step]?.nextTerms ?? course.opening;
      return {
        hash,
        salt,
        kind,
        body,
        dealId: dealId(terms, { chainId, escrow: contracts.escrow }),
        author: addressOf(author),
        createdAt: toDate(at, now),
      };
    });
  });
}

function versionsOf({ exchange, words, opening, steps }: DealCourse): Version[] {
  const first = { terms: opening, brief: wordsOf(words, -1, exchange.buyer), from: exchange.opens.at };
  const later = steps.flatMap(({ step, index, nextTerms }): Version[] =>
    step.do === "amend" ? [{ terms: nextTerms, brief: wordsOf(words, index, exchange[step.by]), from: step.at }] : [],
  );
  return [first, ...later];
}

async function rowOf(
  { exchange }: DealCourse,
  { terms, brief, from }: Version,
  index: number,
  stage: Stage,
): Promise<ProposalInsert> {
  const { key, listing, buyer, seller, pays, opens } = exchange;
  const signature = opens.how === "unsigned" ? null : await signTerms(exchange, terms, stage);
  const opened = signature ? "funding" : "signature";
  const asked = LISTINGS.find((candidate) => candidate.key === listing);
  return {
    id: uuidOf("proposal", key, String(index)),
    listingId: listingId(listing),
    buyer: addressOf(buyer),
    seller: addressOf(seller),
    // Whoever answers a listing proposes.
    proposer: addressOf(asked?.owner === seller ? buyer : seller),
    minutes: totalMinutes(pays),
    deliverFrom: new Date(terms.deliverFrom * 1_000),
    deliverBy: new Date(terms.deliverBy * 1_000),
    terms: termsToJson(terms),
    dealId: dealId(terms, { chainId: stage.chainId, escrow: stage.contracts.escrow }),
    briefText: brief.body,
    briefSalt: brief.salt,
    signature,
    stage: opens.how === "never" ? "declined" : opened,
    createdAt: toDate(from - 7_200, stage.now),
    updatedAt: toDate(from, stage.now),
  };
}
