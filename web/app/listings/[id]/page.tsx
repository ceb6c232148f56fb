import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { database } from "#web/db/client.ts";
import { readContact } from "#web/features/blocking/contact.ts";
import { readCoverage } from "#web/features/coverage/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { ListingView } from "#web/features/listing/listing-view.tsx";
import { listReceivedRatings, readListing } from "#web/features/listing/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";

const load = cache(async (id: string) => {
  const viewer = (await currentSession())?.address ?? null;
  const listing = await readListing(database(), id, viewer);
  return listing ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"/listings/[id]">): Promise<Metadata> {
  const { id } = await params;
  const [t, { kind, title }] = await Promise.all([getTranslations("listing"), load(id)]);
  return { title: `${t(`kind.${kind}`)}: ${title}` };
}

/** One offer or request: what it says, what it costs, who stands behind it, and the way to ask for it. */
export default async function ListingPage({ params }: PageProps<"/listings/[id]">) {
  const listing = await load((await params).id);
  const viewer = (await currentSession())?.address ?? null;
  const [contact, ratings, coverage] = await Promise.all([
    readContact(database(), viewer, listing.owner),
    listReceivedRatings(database(), listing.owner),
    readCoverage(database(), listing.owner, now()),
  ]);
  return (
    <>
      <ListingView
        listing={listing}
        ratings={ratings}
        mine={viewer === listing.owner}
        contact={contact}
        coverage={coverage}
      />
      <LiveRefresh topics={[`member:${listing.owner}`]} />
    </>
  );
}
