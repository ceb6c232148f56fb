import { Globe, Languages, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { ArcArt } from "#web/components/motif/arc-art.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { Contact } from "#web/features/blocking/contact.ts";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import { hueOfCategory } from "#web/features/listing/categories.ts";
import { LanguageNames } from "#web/features/listing/language-names.tsx";
import { ListingAct } from "#web/features/listing/listing-act.tsx";
import { Markdown } from "#web/features/listing/markdown.tsx";
import { OwnerCard } from "#web/features/listing/owner-card.tsx";
import type { ListingRecord, ReceivedRating } from "#web/features/listing/queries.ts";
import { ReceivedRatings } from "#web/features/listing/received-ratings.tsx";
import { useCategoryName } from "#web/features/listing/use-category-name.ts";
import { Gallery } from "#web/features/photo/gallery.tsx";
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
  const categoryName = useCategoryName();
  const ownerName = listing.ownerName ?? shortenHex(listing.owner);
  return (
    <article className="page-width pt-6 sm:pt-8">
      <TextLink href={paths.market()} className="text-sm text-soft">
        {t("view.back")}
      </TextLink>
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[1fr_22rem] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-6">
          <Card flush>
            {listing.photos.length > 0 ? (
              <Gallery photos={listing.photos} title={listing.title} />
            ) : (
              <ArcArt seed={listing.id} hue={hueOfCategory(listing.category)} className="h-40 sm:h-52" />
            )}
            <div className="p-5 sm:p-8">
              <div className="flex flex-wrap gap-2">
                <Pill tone="brand">{t(`kind.${listing.kind}`)}</Pill>
                <Pill>{categoryName(listing.category)}</Pill>
                {listing.status === "published" ? null : <Pill tone="time">{t(`status.${listing.status}`)}</Pill>}
              </div>
              <h1 className="mt-4 text-page" lang={listing.language} dir="auto">
                {listing.title}
              </h1>
              <ul className="mt-3 mb-6 flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-soft [&_svg]:size-4">
                {listing.place ? (
                  <li className="flex items-center gap-1.5">
                    <MapPin aria-hidden="true" />
                    {listing.place}
                  </li>
                ) : null}
                {listing.remote ? (
                  <li className="flex items-center gap-1.5">
                    <Globe aria-hidden="true" />
                    {t("remote")}
                  </li>
                ) : null}
                <li className="flex items-center gap-1.5">
                  <Languages aria-hidden="true" />
                  <LanguageNames tags={[listing.language]} />
                </li>
              </ul>
              <Markdown language={listing.language}>{listing.description}</Markdown>
              {listing.skills.length > 0 ? (
                <ul aria-label={t("view.skills")} className="mt-6 flex flex-wrap gap-2">
                  {listing.skills.map((skill) => (
                    <li key={skill}>
                      <TextLink href={paths.search(skill)} prefetch={false} className="no-underline">
                        <Pill className="hover:border-edge">{skill}</Pill>
                      </TextLink>
                    </li>
                  ))}
                </ul>
              ) : null}
              <p className="mt-6 text-sm text-soft">
                {t("view.updated")} <Instant at={listing.updatedAt} format="day" />
              </p>
            </div>
          </Card>
          <Card aria-labelledby="ratings">
            <CardHeader id="ratings" title={t("ratings.title", { name: ownerName })} />
            <ReceivedRatings ratings={ratings} name={ownerName} />
          </Card>
        </div>
        <aside className="contents lg:sticky lg:top-24 lg:flex lg:flex-col lg:gap-6">
          <ListingAct listing={listing} ownerName={ownerName} mine={mine} contact={contact} />
          <OwnerCard listing={listing} coverage={coverage} />
        </aside>
      </div>
    </article>
  );
}
