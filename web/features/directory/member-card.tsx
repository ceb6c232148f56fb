import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { Score } from "#web/components/ui/score.tsx";
import type { DirectoryEntry } from "#web/features/directory/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** More skills than this make a card hard to read; all of them are on the profile. */
const SHOWN_SKILLS = 4;

/** One member in the directory; the whole card leads to the profile. */
export function MemberCard({ entry }: { entry: DirectoryEntry }) {
  const t = useTranslations("member.profile");
  const tDirectory = useTranslations("directory");
  const { address, handle, displayName, photoId, bio, skills, place, arbiter, score, completedDeals } = entry;
  return (
    <Card as="li" className="relative flex flex-col gap-3 transition-colors hover:border-edge">
      <div className="flex items-center gap-3">
        <Avatar address={address} name={displayName} photoId={photoId} size="large" />
        <div className="min-w-0 grow">
          <h2 className="truncate text-card">
            <Link
              href={paths.member(handle)}
              prefetch={false}
              className="after:absolute after:inset-0 after:rounded-card"
            >
              {displayName}
            </Link>
          </h2>
          <p className="truncate text-sm text-soft">{place || `@${handle}`}</p>
        </div>
        <Score value={score} />
      </div>
      {bio ? (
        <p dir="auto" className="line-clamp-3 text-[0.9375rem] text-soft">
          {bio}
        </p>
      ) : null}
      <div className="mt-auto flex flex-wrap gap-1.5">
        {arbiter ? <Pill tone="time">{t("arbiter")}</Pill> : null}
        {skills.slice(0, SHOWN_SKILLS).map((skill) => (
          <Pill key={skill}>{skill}</Pill>
        ))}
      </div>
      <p className="text-sm text-soft tabular-nums">{tDirectory("deals", { count: completedDeals ?? 0 })}</p>
    </Card>
  );
}
