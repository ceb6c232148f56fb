import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { database } from "#web/db/client.ts";
import { CoverageLine } from "#web/features/coverage/coverage-line.tsx";
import { readCoverage } from "#web/features/coverage/queries.ts";
import { listIds, tracePromises } from "#web/features/explorer/promise-queries.ts";
import { readPromises } from "#web/features/explorer/promise-reading.ts";
import { PromiseView } from "#web/features/explorer/promise-view.tsx";
import { readAtHead } from "#web/features/explorer/read-at-head.ts";
import { findSubject } from "#web/features/explorer/subject.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { readPromiseRecord } from "#web/features/token/queries.ts";
import { chainReader } from "#web/lib/chain.ts";
import { now } from "#web/lib/clock.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explorer.promise");
  return { title: t("title") };
}

/** The promise record of one issuer, by our index and by the node. */
export default async function PromisePage({ params }: PageProps<"/promises/[name]">) {
  const subject = await findSubject(database(), (await params).name);
  if (!subject) notFound();
  const { address } = subject;
  const coverage = await readCoverage(database(), address, now());
  const { value, behind } = await readAtHead(database(), async (block) => {
    const [record, ids, points] = await Promise.all([
      readPromiseRecord(database(), address),
      listIds(database(), address),
      tracePromises(database(), address),
    ]);
    const node = await readPromises(chainReader(), system(), { issuer: address, ids: ids.map(({ id }) => id), block });
    return { record, ids, points, node };
  });
  return (
    <>
      <PromiseView subject={subject} {...value} behind={behind} />
      {coverage ? (
        <div className="page-width mt-6">
          <Card>
            <CoverageLine coverage={coverage} />
          </Card>
        </div>
      ) : null}
      <LiveRefresh topics={[`member:${address}`]} />
    </>
  );
}
