import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { creditOf } from "#web/features/token/credit.ts";
import { viewHoldings } from "#web/features/token/holding-view.ts";
import { listHoldings, listOutstanding, readPromiseRecord } from "#web/features/token/queries.ts";
import { WalletView } from "#web/features/token/wallet-view.tsx";
import { now, toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.wallet");
  return { title: t("title") };
}

/** Everything I hold and everything I promised. */
export default async function WalletPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.wallet()));
  const me = session.address;
  const at = toSeconds(now());
  const [rows, outstanding, record] = await Promise.all([
    listHoldings(database(), me),
    listOutstanding(database(), me),
    readPromiseRecord(database(), me),
  ]);
  return (
    <>
      <WalletView
        me={me}
        system={system()}
        holdings={viewHoldings(rows, at)}
        outstanding={outstanding}
        credit={creditOf(record, at)}
        now={at}
      />
      <LiveRefresh topics={[`member:${me}`]} />
    </>
  );
}
