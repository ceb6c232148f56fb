import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArcArt } from "#web/components/motif/arc-art.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { hueOfCategory } from "#web/features/listing/categories.ts";
import { ListingLink } from "#web/features/listing/listing-link.tsx";
import { ListingOwner } from "#web/features/listing/listing-owner.tsx";
import { OwnerRecord } from "#web/features/listing/owner-record.tsx";
import { Picture } from "#web/features/photo/picture.tsx";
import { useDistanceText } from "#web/features/place/use-distance-text.ts";

/** What a card says of a listing and its owner; null where there is no profile, or nothing on the chain yet. */
export type ListingCardProps = {
  id: string;
  kind: "offer" | "request";
  title: string;
  category: string;
  priceMinutes: number;
  remote: boolean;
  place: string;
  /** How far it is from where one looks, in kilometres; null or left out where that is not known. */
  km?: number | null;
  /** The id of its first photo; null where it has none. */
  cover: string | null;
  owner: string;
  ownerName: string | null;
  ownerHandle: string | null;
  ownerPhotoId: string | null;
  score: number | null;
  completedDeals: number | null;
  ratingCount: number | null;
  starSum: number | null;
};

/** A listing in a list: one link over the whole card, the owner's name another one above it. */
export function ListingCard({
  listing,
  mark,
}: {
  listing: ListingCardProps;
  /** What sets it apart from the others. */
  mark?: ReactNode;
}) {
  const t = useTranslations("listing");
  const distance = useDistanceText();
  return (
    <Card
      as="li"
      flush
      className="group relative flex flex-col transition-[translate,box-shadow] duration-200 ease-settle focus-within:shadow-float hover:-translate-y-0.5 hover:shadow-float"
    >
      {listing.cover ? (
        <Picture
          photo={{ id: listing.cover, width: 720, height: 480 }}
          size="card"
          alt=""
          className="h-34 w-full object-cover"
        />
      ) : (
        <ArcArt seed={listing.id} hue={hueOfCategory(listing.category)} />
      )}
      <span className="absolute inset-x-3.5 top-3.5 flex justify-between gap-2">
        <Pill>{t(`kind.${listing.kind}`)}</Pill>
        {mark}
      </span>
      <div className="flex grow flex-col p-5">
        <h2 className="text-card">
          <ListingLink listing={listing} whole />
        </h2>
        <div className="relative z-1 mt-2 mb-4 self-start">
          <ListingOwner listing={listing} />
        </div>
        <div className="mt-auto flex items-end justify-between gap-4 border-t border-line pt-4">
          <div className="min-w-0">
            <Amount minutes={listing.priceMinutes} size="section" />
            <OwnerRecord {...listing} />
          </div>
          <p className="min-w-0 text-end text-sm text-soft">
            {listing.place ? <span className="block truncate">{listing.place}</span> : null}
            {typeof listing.km === "number" ? (
              <span className="block truncate font-medium text-ink">
                {t("away", { distance: distance(listing.km) })}
              </span>
            ) : null}
            {listing.remote ? <span className="block">{t("remote")}</span> : null}
          </p>
        </div>
      </div>
    </Card>
  );
}
