import { useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { BlockedNotice } from "#web/features/blocking/blocked-notice.tsx";
import type { Contact } from "#web/features/blocking/contact.ts";
import { ListingPrice } from "#web/features/listing/listing-price.tsx";
import { OwnerTools } from "#web/features/listing/owner-tools.tsx";
import type { ListingRecord } from "#web/features/listing/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** What it costs, whose tokens pay for it, and the one thing to do next. */
export function ListingAct({
  listing,
  ownerName,
  mine,
  contact,
}: {
  listing: ListingRecord;
  ownerName: string;
  mine: boolean;
  contact: Contact;
}) {
  const t = useTranslations("listing.act");
  const { id, kind, status, owner } = listing;
  return (
    <Card aria-label={t("label")}>
      <div className="mb-5">
        <ListingPrice listing={listing} ownerName={ownerName} />
      </div>
      {mine ? <OwnerTools id={id} status={status} /> : null}
      <BlockedNotice contact={contact} address={owner} name={ownerName} />
      {!mine && status === "published" && contact === "open" ? (
        <>
          <LinkButton variant="primary" wide href={paths.newProposal(id)} prefetch={false}>
            {t(`ask.${kind}`)}
          </LinkButton>
          <p className="mt-3 text-sm text-soft">{t(`next.${kind}`, { name: ownerName })}</p>
        </>
      ) : null}
      {!mine && status !== "published" && contact === "open" ? (
        <Notice tone="time">{t(`notOpen.${status}`, { name: ownerName })}</Notice>
      ) : null}
    </Card>
  );
}
