import { useTranslations } from "next-intl";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { BlockedNotice } from "#web/features/blocking/blocked-notice.tsx";
import type { Contact } from "#web/features/blocking/contact.ts";
import { OwnerTools } from "#web/features/listing/owner-tools.tsx";
import type { ListingRecord } from "#web/features/listing/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** What it costs, whose tokens pay for it, and the one thing to do next: on a phone it comes first and stays in sight. */
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
  const amount = useAmountText();
  const { id, kind, status, welcome, priceMinutes, owner } = listing;
  return (
    <Card className="max-lg:order-first" aria-label={t("label")}>
      <p className="text-sm text-soft">{t(`price.${kind}`)}</p>
      <Amount minutes={priceMinutes} size="hero" className="text-time-ink" />
      <p className="mt-2 mb-5 text-[0.9375rem] text-soft">
        {t(`welcome.${kind}.${welcome}`, { name: ownerName, score: listing.welcomeScore ?? 0 })}{" "}
        {listing.durationMinutes ? t("session", { amount: amount(listing.durationMinutes) }) : null}
      </p>
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
