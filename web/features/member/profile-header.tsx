import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Address } from "#web/components/ui/address.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { LanguageNames } from "#web/features/listing/language-names.tsx";
import type { Profile } from "#web/features/member/queries.ts";

/** Who somebody says they are. */
export function ProfileHeader({ profile, now, actions }: { profile: Profile; now: Date; actions: ReactNode }) {
  const t = useTranslations("member.profile");
  const { address, handle, displayName, photoId, bio, skills, languages, place, timeZone, arbiter, createdAt } =
    profile;
  const facts = [
    { name: t("place"), value: place || null },
    {
      name: t("localTime"),
      value: <Instant at={now} format="clock" timeZone={timeZone} />,
    },
    { name: t("speaks"), value: languages.length > 0 ? <LanguageNames tags={languages} /> : null },
    { name: t("joined"), value: <Instant at={createdAt} format="day" /> },
  ].filter(({ value }) => value !== null);

  return (
    <header className="flex flex-col gap-6 pt-7 pb-8 sm:pt-10">
      <div className="flex flex-wrap items-center gap-5">
        <Avatar address={address} name={displayName} photoId={photoId} size="huge" />
        <div className="min-w-0 grow">
          <h1 className="text-page">{displayName}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
            <span>@{handle}</span>
            <Address value={address} name={displayName} />
            {arbiter ? <Pill tone="time">{t("arbiter")}</Pill> : null}
          </p>
        </div>
        {actions}
      </div>
      <p dir="auto" className="max-w-2xl text-lg whitespace-pre-line">
        {bio || <span className="text-soft">{t("noBio", { name: displayName })}</span>}
      </p>
      {skills.length > 0 ? (
        <ul aria-label={t("skills")} className="flex flex-wrap gap-2">
          {skills.map((skill) => (
            <li key={skill}>
              <Pill tone="brand">{skill}</Pill>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
