import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { ListingLink } from "#web/features/listing/listing-link.tsx";
import type { MatchedListing } from "#web/features/matching/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** The best of what others need or offer that fits, and the circles that wait for an answer; nothing where there is none. */
export function ForYouCard({ best, rings }: { best: readonly MatchedListing[]; rings: number }) {
  const t = useTranslations("dashboard.forYou");
  const say = useAmountText();
  if (best.length === 0 && rings === 0) return null;
  return (
    <Card aria-labelledby="for-you">
      <CardHeader id="for-you" title={t("title")}>
        <TextLink href={paths.matches()}>{t("all")}</TextLink>
      </CardHeader>
      {rings > 0 ? (
        <p className="mb-4">
          <TextLink href={paths.matches()}>{t("rings", { count: rings })}</TextLink>
        </p>
      ) : null}
      <ul className="flex flex-col gap-4">
        {best.map(({ card }) => (
          <li key={card.id} className="flex items-center gap-3">
            <Avatar address={card.owner} name={card.ownerName} photoId={card.ownerPhotoId} />
            <div className="min-w-0">
              <ListingLink listing={card} className="font-semibold" />
              <p className="text-sm text-soft">
                {t(card.kind, { name: card.ownerName ?? shortenHex(card.owner), amount: say(card.priceMinutes) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
