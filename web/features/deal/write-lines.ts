import { getTranslations } from "next-intl/server";
import type { Address } from "viem";
import type { PillTone } from "#web/components/ui/pill.tsx";
import type { DealLine } from "#web/features/deal/deal-list.tsx";
import type { DealLists, ListedDeal, ListedProposal } from "#web/features/deal/deal-lists.ts";
import { screenStatusOf, type ScreenStatus } from "#web/features/deal/situation.ts";
import type { People } from "#web/features/people/queries.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { nameOf } from "#web/lib/person-name.ts";

const TONES: Record<ScreenStatus, PillTone> = {
  pending: "time",
  inProgress: "brand",
  delivered: "brand",
  disputed: "warn",
  completed: "brand",
  refunded: "plain",
  settled: "plain",
  ruled: "plain",
  split: "plain",
  amended: "plain",
  voided: "plain",
};

/** Writes lists as sentences for their reader: what asks for an answer soonest first, then the latest. */
export async function writeLines() {
  const [t, proposalWords] = await Promise.all([getTranslations("deal"), getTranslations("proposal")]);

  const dealLine = (listed: ListedDeal, people: People, who: Address): DealLine => {
    const { terms, row, situation, voice } = listed;
    const other = terms.buyer === who ? terms.seller : terms.buyer;
    const status = screenStatusOf(situation);
    const names = {
      buyer: nameOf(people, terms.buyer),
      seller: nameOf(people, terms.seller),
      arbiter: nameOf(people, terms.arbiter),
      appealArbiter: nameOf(people, terms.appealArbiter),
      role: voice,
    };
    return {
      key: listed.id,
      href: paths.deal(listed.id),
      headline: listed.rate ? t("list.rate", { name: nameOf(people, other) }) : t(`headline.${situation}`, names),
      title: listed.title,
      other: { address: other, name: people[other]?.name ?? null, photoId: people[other]?.photoId ?? null },
      minutes: row.minutes,
      status: t(`status.${status}`),
      tone: TONES[status],
      deadline: listed.deadline,
      at: row.closedAt ?? row.openedAt,
    };
  };

  const proposalLine = ({ row, state, viewer, listing }: ListedProposal, people: People): DealLine => {
    const other = viewer === "buyer" ? row.seller : row.buyer;
    const names = { buyer: nameOf(people, row.buyer), seller: nameOf(people, row.seller), role: viewer };
    return {
      key: row.id,
      href: paths.proposal(row.id),
      headline: proposalWords(`state.${state}`, names),
      title: listing?.title ?? row.briefText.split("\n", 1)[0] ?? null,
      other: { address: other, name: people[other]?.name ?? null, photoId: people[other]?.photoId ?? null },
      minutes: row.minutes,
      status: t("status.proposal"),
      tone: "time",
      deadline: state === "expired" ? null : (termsOfProposal(row)?.acceptBy ?? toSeconds(row.deliverBy)),
      at: toSeconds(row.updatedAt),
    };
  };

  return ({ deals, proposals }: DealLists["tabs"]["needsMe"], people: People, who: Address): DealLine[] =>
    [
      ...deals.map((listed) => dealLine(listed, people, who)),
      ...proposals.map((listed) => proposalLine(listed, people)),
    ].sort((a, b) => soonest(a) - soonest(b) || b.at - a.at);
}

function soonest({ deadline }: DealLine): number {
  return deadline ?? Number.MAX_SAFE_INTEGER;
}
