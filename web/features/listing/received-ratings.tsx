import { useTranslations } from "next-intl";
import { Instant } from "#web/components/ui/instant.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { Stars } from "#web/components/ui/stars.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { ReceivedRating } from "#web/features/listing/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** What others said after a deal, each with the way to that deal. */
export function ReceivedRatings({ ratings, name }: { ratings: ReceivedRating[]; name: string }) {
  const t = useTranslations("listing.ratings");
  if (ratings.length === 0) return <p className="text-soft">{t("none", { name })}</p>;
  return (
    <ul className="divide-y divide-line">
      {ratings.map((rating) => (
        <li key={`${rating.dealId}/${rating.rater}`} className="py-4 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <Person
              address={rating.rater}
              name={rating.raterName}
              photoId={rating.raterPhotoId}
              size="small"
              href={paths.member(rating.raterHandle ?? rating.rater)}
            />
            <span className="flex items-center gap-3 text-sm text-soft">
              <Stars value={rating.stars} />
              <TextLink href={paths.deal(rating.dealId)} prefetch={false} className="inline-block leading-6">
                <Instant at={rating.ratedAt} format="day" />
              </TextLink>
            </span>
          </div>
          {rating.words ? (
            <p dir="auto" className="mt-2">
              {rating.words}
            </p>
          ) : null}
          {rating.reply ? (
            <p dir="auto" className="mt-2 border-s-2 border-line ps-3 text-sm text-soft">
              {t("reply", { name })} {rating.reply}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
