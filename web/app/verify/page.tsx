import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { readVerification } from "#web/features/head/verification.ts";
import { VerificationView } from "#web/features/head/verification-view.tsx";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title") };
}

/** How anyone checks what these pages say, without believing this server. */
export default async function VerifyPage() {
  const [t, verification] = await Promise.all([
    getTranslations("verify"),
    // Without an index there is nothing to compare, which the page says.
    readVerification(database(), chainReader()).catch(() => null),
  ]);
  const { chainId, ...contracts } = system();
  return (
    <div className="page-width">
      <PageHeader title={t("title")}>{t("intro")}</PageHeader>
      <VerificationView verification={verification} chainId={chainId} contracts={contracts} />
      <LiveRefresh />
    </div>
  );
}
