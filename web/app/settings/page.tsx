import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { SettingsTabs } from "#web/components/shell/settings-tabs.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { ProfileForm } from "#web/features/member/profile-form.tsx";
import { readProfile } from "#web/features/member/queries.ts";
import { ProfilePhotoField } from "#web/features/photo/profile-photo-field.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.edit");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.profile()));
  const profile = await readProfile(database(), session.address);
  if (!profile) redirect(paths.welcome(paths.profile()));
  const t = await getTranslations("member.edit");
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader
        title={t("title")}
        actions={<LinkButton href={paths.member(profile.handle)}>{t("public")}</LinkButton>}
      >
        {t("lead")}
      </PageHeader>
      <SettingsTabs current="profile" />
      <Card>
        <div className="mb-6 border-b border-line pb-6">
          <ProfilePhotoField
            photoId={profile.photoId}
            sign={<Avatar address={profile.address} name={profile.displayName} size="huge" />}
          />
        </div>
        <ProfileForm profile={profile} />
      </Card>
    </div>
  );
}
