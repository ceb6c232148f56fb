import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { Contact } from "#web/features/blocking/contact.ts";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import { ListingAct } from "#web/features/listing/listing-act.tsx";
import { ListingArticle } from "#web/features/listing/listing-article.tsx";
import { OwnerCard } from "#web/features/listing/owner-card.tsx";
import type { ListingRecord, ReceivedRating } from "#web/features/listing/queries.ts";
import { ReceivedRatings } from "#web/features/listing/received-ratings.tsx";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** The page of a listing. `mine`: its owner looks at it. */
export function ListingView({
  listing,
  ratings,
  mine,
  contact,
  coverage,
}: {
  listing: ListingRecord;
  ratings: ReceivedRating[];
  mine: boolean;
  /** Whether the one who looks may turn to the owner. */
  contact: Contact;
  /** Of the owner's promises; null where nobody can say. */
  coverage: CoverageSummary | null;
}) {
  const t = useTranslations("listing");
  const ownerName = listing.ownerName ?? shortenHex(listing.owner);
  return (
    <article className="page-width pt-6 sm:pt-8">
      <TextLink href={paths.market()} className="text-sm text-soft">
        {t("view.back")}
      </TextLink>
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-8">
        <ListingArticle listing={listing}>
          <p className="mt-6 text-sm text-soft">
            {t("view.updated")} <Instant at={listing.updatedAt} format="day" />
          </p>
        </ListingArticle>
        <aside className="flex flex-col gap-6 lg:sticky lg:top-24 lg:row-span-2">
          <ListingAct listing={listing} ownerName={ownerName} mine={mine} contact={contact} />
          <OwnerCard listing={listing} coverage={coverage} />
        </aside>
        <Card aria-labelledby="ratings">
          <CardHeader id="ratings" title={t("ratings.title", { name: ownerName })} />
          <ReceivedRatings ratings={ratings} name={ownerName} />
        </Card>
      </div>
    </article>
  );
}
