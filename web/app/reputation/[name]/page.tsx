import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { checkDeals } from "#web/features/explorer/check-deals.ts";
import { readAtHead } from "#web/features/explorer/read-at-head.ts";
import { listEntries, listPeers, readScore } from "#web/features/explorer/reputation-queries.ts";
import { ReputationView } from "#web/features/explorer/reputation-view.tsx";
import { findSubject } from "#web/features/explorer/subject.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { readPeople } from "#web/features/people/queries.ts";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

/** Each deal shown is a question to the node. */
const MOST_CHECKED = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explorer.reputation");
  return { title: t("title") };
}

/** Where a member's score comes from: the formula, each counterparty's part, each deal, looked up at the node. */
export default async function ReputationPage({ params }: PageProps<"/reputation/[name]">) {
  const subject = await findSubject(database(), (await params).name);
  if (!subject) notFound();
  const { address } = subject;
  const { value, head, behind } = await readAtHead(database(), async (block) => {
    const [score, entries, peers] = await Promise.all([
      readScore(database(), address),
      listEntries(database(), address),
      listPeers(database(), address),
    ]);
    const checked = entries.slice(0, MOST_CHECKED);
    const verdicts = await checkDeals(chainReader(), system().escrow, checked, block);
    return { score, entries, peers, checked, verdicts };
  });
  const people = await readPeople(
    database(),
    value.peers.map(({ peer }) => peer),
  );
  return (
    <>
      <ReputationView subject={subject} {...value} people={people} block={head?.block ?? null} behind={behind} />
      <LiveRefresh topics={[`member:${address}`]} />
    </>
  );
}
