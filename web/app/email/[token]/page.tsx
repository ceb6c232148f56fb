import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { database } from "#web/db/client.ts";
import { findWaitingEmail } from "#web/features/email/queries.ts";
import { tokenSchema } from "#web/features/email/schema.ts";
import { emailSettings } from "#web/features/email/settings.ts";
import { VerifyPanel } from "#web/features/email/verify-panel.tsx";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("email.link");
  // The address of this page is the secret: it goes to nobody else.
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Where the link of a mail leads: who would have the address, and the button that makes it so. */
export default async function VerifyEmailPage({ params }: PageProps<"/email/[token]">) {
  const { token } = await params;
  const settings = emailSettings();
  const known = tokenSchema.safeParse(token);
  const [t, errors, waiting] = await Promise.all([
    getTranslations("email.link"),
    getTranslations("errors.app"),
    settings && known.success ? findWaitingEmail(database(), settings.ring, known.data, now()) : null,
  ]);
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{waiting ? t("lead") : null}</PageHeader>
      {waiting ? (
        <Card className="flex flex-col gap-6">
          <p className="text-section break-all">{waiting.address}</p>
          <Person
            address={waiting.member}
            name={waiting.name}
            photoId={waiting.photoId}
            size="large"
            detail={waiting.handle ? `@${waiting.handle}` : undefined}
          />
          <VerifyPanel token={token} />
        </Card>
      ) : (
        <div className="flex flex-col gap-5">
          <Notice tone="time">{errors("email_link_over")}</Notice>
          <LinkButton href={paths.email()} prefetch={false} className="self-start">
            {t("toSettings")}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
