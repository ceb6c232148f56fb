import { useTranslations } from "next-intl";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { ListingLink } from "#web/features/listing/listing-link.tsx";
import { ListingOwner } from "#web/features/listing/listing-owner.tsx";
import type { MatchedListing } from "#web/features/matching/queries.ts";
import { ReasonList } from "#web/features/matching/reason-list.tsx";
import { paths } from "#web/lib/paths.ts";

/** A listing that fits, why it does, and the one step to take. */
export function MatchCard({ matched: { card, match, mine } }: { matched: MatchedListing }) {
  const t = useTranslations("matching");
  return (
    <Card as="li" className="flex flex-col gap-4">
      <div>
        <div className="flex items-start justify-between gap-4">
          <h3 className="min-w-0 text-card">
            <ListingLink listing={card} />
          </h3>
          <Amount minutes={card.priceMinutes} size="card" />
        </div>
        <div className="mt-2">
          <ListingOwner listing={card} />
        </div>
      </div>
      <ReasonList reasons={match.reasons} />
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="min-w-0 text-sm text-soft">
          {mine ? (
            <>
              {t(`fits.${card.kind}`)} <TextLink href={paths.listing(mine.id)}>{mine.title}</TextLink>
            </>
          ) : (
            t("fits.profile")
          )}
        </p>
        <LinkButton size="small" href={paths.newProposal(card.id)} prefetch={false}>
          {t(`act.${card.kind}`)}
        </LinkButton>
      </div>
    </Card>
  );
}
