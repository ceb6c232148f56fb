import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { ActivityLine } from "#web/features/activity/activity-line.tsx";
import type { ActivityPage } from "#web/features/activity/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** How many events the dashboard shows. */
export const LATEST = 5;

/** The latest of the community, on a member's first page. */
export function LatestCard({ page: { events, people } }: { page: ActivityPage }) {
  const t = useTranslations("activity.latest");
  return (
    <Card aria-labelledby="community" flush>
      <div className="px-5 pt-5 sm:px-6 sm:pt-6">
        <CardHeader id="community" title={t("title")}>
          <TextLink href={paths.activity()}>{t("all")}</TextLink>
        </CardHeader>
      </div>
      {events.length > 0 ? (
        <ol className="divide-y divide-line border-t border-line">
          {events.map((event) => (
            <ActivityLine key={event.key} event={event} people={people} format="moment" />
          ))}
        </ol>
      ) : (
        <p className="px-5 pb-5 text-soft sm:px-6 sm:pb-6">{t("none")}</p>
      )}
    </Card>
  );
}
