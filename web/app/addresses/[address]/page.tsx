import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isAddress, type Address } from "viem";
import { database } from "#web/db/client.ts";
import { readAddress } from "#web/features/explorer/address-reading.ts";
import { AddressView } from "#web/features/explorer/address-view.tsx";
import { readAtHead } from "#web/features/explorer/read-at-head.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { readPeople } from "#web/features/people/queries.ts";
import { checkMoves } from "#web/features/token/check-moves.ts";
import { listHoldings, listMoves, readPromiseRecord } from "#web/features/token/queries.ts";
import { pageSchema } from "#web/features/token/schema.ts";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explorer.address");
  return { title: t("title") };
}

/** Any address, member or not: what it holds and moved, by our index and by the node. */
export default async function AddressPage({ params, searchParams }: PageProps<"/addresses/[address]">) {
  const given = (await params).address;
  if (!isAddress(given, { strict: false })) notFound();
  const address = given.toLowerCase() as Address;
  const page = pageSchema.parse((await searchParams).page);
  const { token, escrow } = system();
  const { value, behind } = await readAtHead(database(), async (block) => {
    const [holdings, record, moves] = await Promise.all([
      listHoldings(database(), address),
      readPromiseRecord(database(), address),
      listMoves(database(), { member: address }, page),
    ]);
    const ids = holdings.map(({ tokenId }) => tokenId);
    const [people, node, verdicts] = await Promise.all([
      readPeople(database(), [address, ...moves.moves.flatMap(({ from, to }) => [from, to])]),
      readAddress(chainReader(), token, { address, ids, block }),
      checkMoves(chainReader(), token, moves.moves),
    ]);
    return { holdings, record, moves, people, node, verdicts };
  });
  return (
    <>
      <AddressView address={address} {...value} page={page} behind={behind} escrow={escrow} />
      <LiveRefresh topics={[`member:${address}`]} />
    </>
  );
}
