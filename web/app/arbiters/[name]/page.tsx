import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { arbiterRegistryAbi } from "#domain/generated/abi.ts";
import { database } from "#web/db/client.ts";
import { listTurns, readArbiter, readListing } from "#web/features/explorer/arbiter-queries.ts";
import { ArbiterView } from "#web/features/explorer/arbiter-view.tsx";
import { checkDeals } from "#web/features/explorer/check-deals.ts";
import { readAtHead } from "#web/features/explorer/read-at-head.ts";
import { findSubject } from "#web/features/explorer/subject.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

/** Each turn shown is a question to the node. */
const MOST_TURNS = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explorer.arbiter");
  return { title: t("title") };
}

/** An arbiter's public record, by our index and by the node. */
export default async function ArbiterPage({ params }: PageProps<"/arbiters/[name]">) {
  const subject = await findSubject(database(), (await params).name);
  if (!subject) notFound();
  const { address } = subject;
  const { escrow, arbiterRegistry } = system();
  const { value, head, behind } = await readAtHead(database(), async (block) => {
    const [record, listing, turns] = await Promise.all([
      readArbiter(database(), address),
      readListing(database(), address),
      listTurns(database(), address, MOST_TURNS),
    ]);
    const [verdicts, nodeListing] = await Promise.all([
      checkDeals(chainReader(), escrow, turns, block),
      chainReader()
        .readContract({
          address: arbiterRegistry,
          abi: arbiterRegistryAbi,
          functionName: "listingOf",
          args: [address],
          ...(block === null ? {} : { blockNumber: BigInt(block) }),
        })
        .catch(() => undefined),
    ]);
    return { record, listing, turns, verdicts, nodeListing };
  });
  return (
    <>
      <ArbiterView subject={subject} {...value} block={head?.block ?? null} behind={behind} />
      <LiveRefresh topics={[`member:${address}`]} />
    </>
  );
}
