import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Address } from "viem";
import { Address as AddressText } from "#web/components/ui/address.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { BlockButton } from "#web/features/blocking/block-button.tsx";
import { BlockedNotice } from "#web/features/blocking/blocked-notice.tsx";
import { type Contact, readContact } from "#web/features/blocking/contact.ts";
import { readCoverage } from "#web/features/coverage/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { listReceivedRatings } from "#web/features/listing/queries.ts";
import { MemberListings } from "#web/features/listing/member-listings.tsx";
import { ReceivedRatings } from "#web/features/listing/received-ratings.tsx";
import { listPublished } from "#web/features/market/queries.ts";
import { ChainRecordCards } from "#web/features/member/chain-record.tsx";
import { ProfileHeader } from "#web/features/member/profile-header.tsx";
import { findProfile, readChainRecord } from "#web/features/member/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

const find = cache((name: string) => findProfile(database(), name));

const isAddress = (name: string) => /^0x[0-9a-f]{40}$/i.test(name);

export async function generateMetadata({ params }: PageProps<"/members/[handle]">): Promise<Metadata> {
  const { handle } = await params;
  const profile = await find(handle);
  return { title: profile?.displayName ?? shortenHex(handle) };
}

/** One member: by handle, or by address for an account that has not joined. */
export default async function MemberPage({ params }: PageProps<"/members/[handle]">) {
  const { handle } = await params;
  const profile = await find(handle);
  if (profile && profile.handle !== handle) permanentRedirect(paths.member(profile.handle));
  if (!profile && !isAddress(handle)) notFound();

  const address = profile?.address ?? (handle.toLowerCase() as Address);
  const name = profile?.displayName ?? shortenHex(address);
  const viewer = (await currentSession())?.address ?? null;
  const [ratingsText, contact, record, ratings, listings, coverage] = await Promise.all([
    getTranslations("listing.ratings"),
    readContact(database(), viewer, address),
    readChainRecord(database(), address),
    listReceivedRatings(database(), address),
    listPublished(database(), address),
    readCoverage(database(), address, now()),
  ]);
  return (
    <div className="page-width pb-14">
      <LiveRefresh topics={[`member:${address}`]} />
      {profile ? (
        <ProfileHeader
          profile={profile}
          now={now()}
          actions={<ProfileActions address={address} name={name} viewer={viewer} contact={contact} />}
        />
      ) : (
        <NewcomerHeader address={address} />
      )}
      <div className="flex flex-col gap-6">
        <BlockedNotice contact={contact} address={address} name={name} />
        {contact === "blocked" ? null : <MemberListings name={name} listings={listings} />}
        <ChainRecordCards record={record} name={name} slug={profile?.handle ?? address} coverage={coverage} />
        <Card aria-labelledby="ratings">
          <CardHeader id="ratings" title={ratingsText("title", { name })} />
          <ReceivedRatings ratings={ratings} name={name} />
        </Card>
      </div>
    </div>
  );
}

function NewcomerHeader({ address }: { address: Address }) {
  const t = useTranslations("member.profile");
  return (
    <PageHeader title={t("newcomer")}>
      <p>{t("newcomerBody")}</p>
      <AddressText value={address} />
    </PageHeader>
  );
}

/** What the one who looks can do here: edit what is their own, or block what is another's. */
function ProfileActions({
  address,
  name,
  viewer,
  contact,
}: {
  address: Address;
  name: string;
  viewer: Address | null;
  contact: Contact;
}) {
  const t = useTranslations("member.profile");
  if (viewer === null) return null;
  if (viewer === address) return <LinkButton href={paths.profile()}>{t("edit")}</LinkButton>;
  return contact === "blocked" ? null : <BlockButton address={address} name={name} />;
}
