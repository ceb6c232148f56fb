import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsTabs } from "#web/components/shell/settings-tabs.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { EmailCard } from "#web/features/email/email-card.tsx";
import { readOwnEmail } from "#web/features/email/queries.ts";
import { emailSettings } from "#web/features/email/settings.ts";
import { readProfile } from "#web/features/member/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("email"))("title") };
}

/** One's own e-mail address: for nobody else to see. */
export default async function EmailPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.email()));
  if (!(await readProfile(database(), session.address))) redirect(paths.welcome(paths.email()));
  const settings = emailSettings();
  const [t, errors, email] = await Promise.all([
    getTranslations("email"),
    getTranslations("errors.app"),
    settings ? readOwnEmail(database(), settings.ring, session.address, now()) : null,
  ]);
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <SettingsTabs current="email" />
      {email ? (
        <EmailCard email={email} mailboxUrl={env().MAILBOX_URL ?? null} />
      ) : (
        <Notice>{errors("email_off")}</Notice>
      )}
    </div>
  );
}
