import { useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { MatchCard } from "#web/features/matching/match-card.tsx";
import type { MatchedListing, Matches } from "#web/features/matching/queries.ts";
import { RingCard } from "#web/features/ring/ring-card.tsx";
import type { RingProposal } from "#web/features/ring/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** Who needs what I can do, who offers what I need, and the rings I could close. */
export function MatchesView({ matches, rings }: { matches: Matches; rings: RingProposal[] }) {
  const t = useTranslations("matching");
  return (
    <div className="page-width pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <div className="flex flex-col gap-12">
        {rings.length > 0 ? (
          <section aria-labelledby="rings">
            <h2 id="rings" className="text-section">
              {t("rings.title", { count: rings.length })}
            </h2>
            <p className="mt-1 mb-5 max-w-2xl text-soft">{t("rings.lead")}</p>
            <ul className="grid gap-5 lg:grid-cols-2">
              {rings.map((ring) => (
                <RingCard key={ring.id} ring={ring} />
              ))}
            </ul>
          </section>
        ) : null}
        <Found kind="request" found={matches.requests} known={matches.known.gives} />
        <Found kind="offer" found={matches.offers} known={matches.known.wants} />
      </div>
    </div>
  );
}

/** One direction: `kind` is what others listed. */
function Found({ kind, found, known }: { kind: "offer" | "request"; found: MatchedListing[]; known: number }) {
  const t = useTranslations(`matching.${kind}`);
  const id = `matches-${kind}`;
  const reason = known === 0 ? "unknown" : "none";
  const wanted = kind === "request" ? "offer" : "request";
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-5 text-section">
        {t("title")}
      </h2>
      {found.length === 0 ? (
        <Card className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h3 className="font-semibold">{t(`${reason}.title`)}</h3>
            <p className="mt-1 text-soft">{t(`${reason}.body`)}</p>
          </div>
          <LinkButton href={reason === "unknown" ? paths.newListing(wanted) : paths.market()} prefetch={false}>
            {t(`${reason}.action`)}
          </LinkButton>
        </Card>
      ) : (
        <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
          {found.map((matched) => (
            <MatchCard key={matched.card.id} matched={matched} />
          ))}
        </ul>
      )}
    </section>
  );
}
