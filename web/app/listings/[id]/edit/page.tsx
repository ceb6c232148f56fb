import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { ListingForm } from "#web/features/listing/listing-form.tsx";
import { type ListingRecord, readListing } from "#web/features/listing/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("listing.editor");
  return { title: t("edit") };
}

/** The editor of a listing, for its owner while it is not closed. */
export default async function EditListingPage({ params }: PageProps<"/listings/[id]/edit">) {
  const { id } = await params;
  const [t, session] = await Promise.all([getTranslations("listing.editor"), currentSession()]);
  if (!session) redirect(paths.signIn(paths.editListing(id)));
  const listing = await readListing(database(), id, session.address);
  if (!listing || listing.owner !== session.address || listing.status === "closed") notFound();
  return (
    <div className="page-width max-w-3xl">
      <PageHeader parent={{ href: paths.listing(id), name: listing.title }} title={t("edit")} />
      <Card>
        <ListingForm
          id={id}
          seen={listing.updatedAt}
          owner={session.address}
          ownerName={listing.ownerName ?? shortenHex(listing.owner)}
          draft={{ ...listing, welcomeMembers: await nameMembers(listing) }}
        />
      </Card>
    </div>
  );
}

async function nameMembers({ welcomeMembers }: ListingRecord) {
  const people = await readPeople(database(), welcomeMembers);
  return welcomeMembers.flatMap((address) => people[address] ?? []);
}
