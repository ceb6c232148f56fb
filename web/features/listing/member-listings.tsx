import { useTranslations } from "next-intl";
import { CARD_GRID_STYLE } from "#web/features/listing/card-grid-style.ts";
import { ListingCard, type ListingCardProps } from "#web/features/listing/listing-card.tsx";

/** What one member offers and asks for; nothing at all where that is nothing. */
export function MemberListings({ name, listings }: { name: string; listings: ListingCardProps[] }) {
  const t = useTranslations("listing");
  if (listings.length === 0) return null;
  return (
    <section aria-labelledby="listings">
      <h2 id="listings" className="mb-4 text-section">
        {t("byMember", { name })}
      </h2>
      <ul className={CARD_GRID_STYLE}>
        {listings.map((listing) => (
          <ListingCard key={listing.id} listing={listing} />
        ))}
      </ul>
    </section>
  );
}
