import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { OwnListings } from "#web/features/listing/own-listings.tsx";
import { listOwnListings } from "#web/features/listing/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("listing.own");
  return { title: t("title") };
}

/** Everything I ever listed, drafts too. */
export default async function OwnListingsPage() {
  const [t, session] = await Promise.all([getTranslations("listing.own"), currentSession()]);
  if (!session) redirect(paths.signIn(paths.myListings()));
  const listings = await listOwnListings(database(), session.address);
  return (
    <div className="page-width max-w-4xl">
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton variant="primary" href={paths.newListing()} prefetch={false}>
            {t("new")}
          </LinkButton>
        }
      />
      <OwnListings listings={listings} />
    </div>
  );
}
