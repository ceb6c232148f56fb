import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import type { NextStep } from "#web/features/dashboard/next-steps.ts";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { paths } from "#web/lib/paths.ts";

const SHOWN = 5;

/** What waits for this member, the nearest deadline first; more than a few are folded away. */
export function NextCard({ steps, people }: { steps: NextStep[]; people: People }) {
  const t = useTranslations("dashboard.next");
  const rest = steps.slice(SHOWN);
  return (
    <Card aria-labelledby="next">
      <CardHeader id="next" title={t("title")} />
      {steps.length === 0 ? (
        <EmptyState
          level="h3"
          title={t("none.title")}
          action={<LinkButton href={paths.market()}>{t("none.action")}</LinkButton>}
        />
      ) : (
        <StepList steps={steps.slice(0, SHOWN)} people={people} />
      )}
      {rest.length > 0 ? (
        <details className="group mt-3 border-t border-line">
          <summary className="flex min-h-11 items-center text-sm text-soft group-open:mb-2">
            {t("more", { count: rest.length })}
          </summary>
          <StepList steps={rest} people={people} />
        </details>
      ) : null}
    </Card>
  );
}

function StepList({ steps, people }: { steps: NextStep[]; people: People }) {
  const t = useTranslations("dashboard.next");
  const say = useAmountText();
  return (
    <ul className="flex flex-col gap-4">
      {steps.map(({ key, kind, href, other, title, minutes, deadline }) => (
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
  );
}
