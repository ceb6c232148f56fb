import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Address } from "viem";
import { z } from "zod";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { BlockedNotice } from "#web/features/blocking/blocked-notice.tsx";
import { readContact } from "#web/features/blocking/contact.ts";
import { readDealTime } from "#web/features/deal/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { readFormData } from "#web/features/proposal/form-data.ts";
import { ProposalForm } from "#web/features/proposal/proposal-form.tsx";
import { readListingFacts, type ListingFacts } from "#web/features/proposal/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposal"))("newTitle") };
}

/** A new proposal on a listing: from an offer the visitor pays, from a request the visitor gives. */
export default async function NewProposalPage({ searchParams }: PageProps<"/proposals/new">) {
  const listingId = z.uuid().safeParse((await searchParams).listing);
  if (!listingId.success) notFound();
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.newProposal(listingId.data)));
  const db = database();
  const [t, listing, at] = await Promise.all([
    getTranslations("proposal"),
    readListingFacts(db, listingId.data),
    readDealTime(db, now()),
  ]);
  if (!listing) notFound();
  const parent = { href: paths.listing(listing.id), name: listing.title };
  const closed = whyClosed(listing, session.address);
  const contact = await readContact(db, session.address, listing.owner);
  if (closed ?? contact !== "open") {
    return (
      <div className="page-width">
        <PageHeader
          parent={parent}
          title={t("newTitle")}
          actions={<LinkButton href={parent.href}>{t("back")}</LinkButton>}
        />
        {closed ? (
          <Notice>{t(closed)}</Notice>
        ) : (
          <BlockedNotice
            contact={contact}
            address={listing.owner}
            name={nameOf(await readPeople(db, [listing.owner]), listing.owner)}
          />
        )}
      </div>
    );
  }
  const { viewer, wish, buyer, seller } = sidesOn(listing, session.address);
  const data = await readFormData(db, { buyer, seller, viewer, listing }, at);
  const other = nameOf(data.people, listing.owner);
  return (
    <div className="page-width">
      <PageHeader parent={parent} title={t(`headline.${wish}`, { name: other })}>
        {t(`lead.${wish}`, { name: other })}
      </PageHeader>
      <ProposalForm
        about={{ kind: "new", listingId: listing.id }}
        viewer={viewer}
        buyer={buyer}
        seller={seller}
        welcome={listing}
        durationMinutes={listing.durationMinutes}
        start={{
          brief: listing.title,
          totalMinutes: listing.priceMinutes,
          arbiter: data.arbiters[0]?.address ?? "",
          slot: null,
        }}
        now={at}
        {...data}
      />
    </div>
  );
}

/** From an offer the visitor is the buyer, from a request the seller. */
function sidesOn({ kind, owner }: ListingFacts, visitor: Address) {
  return kind === "offer"
    ? ({ viewer: "buyer", wish: "ask", buyer: visitor, seller: owner } as const)
    : ({ viewer: "seller", wish: "give", buyer: owner, seller: visitor } as const);
}

function whyClosed({ status, owner }: ListingFacts, visitor: Address): "notOpen" | "ownListing" | null {
  if (status !== "published") return "notOpen";
  return owner === visitor ? "ownListing" : null;
}
