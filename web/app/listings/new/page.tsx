import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { ListingForm } from "#web/features/listing/listing-form.tsx";
import { readPeople } from "#web/features/people/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("listing.editor");
  return { title: t("new.offer") };
}

/** The editor for a new listing; `?kind=request` begins with the other kind. */
export default async function NewListingPage({ searchParams }: PageProps<"/listings/new">) {
  const kind = (await searchParams).kind === "request" ? "request" : "offer";
  const [t, locale, session] = await Promise.all([getTranslations("listing"), getLocale(), currentSession()]);
  if (!session) redirect(paths.signIn(paths.newListing(kind)));
  const me = await readPeople(database(), [session.address]);
  return (
    <div className="page-width max-w-3xl">
      <PageHeader parent={{ href: paths.market(), name: t("view.back") }} title={t(`editor.new.${kind}`)}>
        {t("editor.lead")}
      </PageHeader>
      <Card>
        <ListingForm
          owner={session.address}
          ownerName={me[session.address]?.name ?? shortenHex(session.address)}
          draft={{
            kind,
            title: "",
            description: "",
            category: "",
            skills: [],
            priceMinutes: 60,
            welcome: "anyone",
            welcomeMembers: [],
            remote: false,
            photos: [],
            place: "",
            latitude: null,
            longitude: null,
            language: locale,
          }}
        />
      </Card>
    </div>
  );
}
