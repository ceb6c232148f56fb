import { useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { CoverageLine } from "#web/features/coverage/coverage-line.tsx";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import { LanguageNames } from "#web/features/listing/language-names.tsx";
import { OwnerRecord } from "#web/features/listing/owner-record.tsx";
import type { ListingRecord } from "#web/features/listing/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** Who stands behind a listing. */
export function OwnerCard({ listing, coverage }: { listing: ListingRecord; coverage: CoverageSummary | null }) {
  const t = useTranslations("listing.owner");
  return (
    <Card aria-label={t("label")}>
      <Person
        address={listing.owner}
        name={listing.ownerName}
        photoId={listing.ownerPhotoId}
        score={listing.score}
        size="large"
        href={paths.member(listing.ownerHandle ?? listing.owner)}
        detail={<OwnerRecord {...listing} />}
      />
      {listing.ownerBio ? (
        <p dir="auto" className="mt-4 text-[0.9375rem] text-soft">
          {listing.ownerBio}
        </p>
      ) : null}
      {listing.ownerLanguages?.length ? (
        <p className="mt-3 text-sm text-soft">
          {t("speaks")} <LanguageNames tags={listing.ownerLanguages} />
        </p>
      ) : null}
      {coverage ? (
        <div className="mt-4 border-t border-line pt-4">
          <CoverageLine coverage={coverage} />
        </div>
      ) : null}
    </Card>
  );
}
