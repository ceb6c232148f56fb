import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { NextStep } from "#web/features/dashboard/next-steps.ts";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { paths } from "#web/lib/paths.ts";

const SHOWN = 5;

/** What waits for this member, the nearest deadline first. */
export function NextCard({ steps, people }: { steps: NextStep[]; people: People }) {
  const t = useTranslations("dashboard.next");
  const say = useAmountText();
  return (
    <Card aria-labelledby="next">
      <CardHeader id="next" title={t("title")}>
        {steps.length > SHOWN ? <TextLink href={paths.deals()}>{t("more", { count: steps.length })}</TextLink> : null}
      </CardHeader>
      {steps.length === 0 ? (
        <EmptyState
          level="h3"
          title={t("none.title")}
          action={<LinkButton href={paths.market()}>{t("none.action")}</LinkButton>}
        />
      ) : (
        <ul className="flex flex-col gap-4">
          {steps.slice(0, SHOWN).map(({ key, kind, href, other, title, minutes, deadline }) => (
            <li key={key} className="flex items-center gap-3">
              <Avatar address={other} name={people[other]?.name} photoId={people[other]?.photoId} />
              <div className="min-w-0 grow">
                <p className="font-semibold">{t(`step.${kind}`, { name: nameOf(people, other) })}</p>
                <p className="text-sm text-soft">
                  {title ? <>{title} · </> : null}
                  {say(minutes)}
                  {deadline === null ? null : (
                    <>
                      {" · "}
                      {t("by")} <Instant at={deadline} />
                    </>
                  )}
                </p>
              </div>
              <LinkButton
                size="small"
                href={href}
                prefetch={false}
                aria-label={t("openNamed", { name: nameOf(people, other) })}
              >
                {t("open")}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
