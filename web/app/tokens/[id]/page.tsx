import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { readHead } from "#web/features/head/queries.ts";
import { readFromNode } from "#web/features/token/node-reading.ts";
import { listHolders, listMoves, readToken } from "#web/features/token/queries.ts";
import { pageSchema, tokenIdSchema } from "#web/features/token/schema.ts";
import { TokenView } from "#web/features/token/token-view.tsx";
import { chainReader } from "#web/lib/chain.ts";
import { now, toSeconds } from "#web/lib/clock.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.page");
  return { title: t("title") };
}

/** One token: what it is, who holds it, every move it made, and what the node says of it beside what we say. */
export default async function TokenPage({ params, searchParams }: PageProps<"/tokens/[id]">) {
  const id = tokenIdSchema.safeParse((await params).id).data;
  const token = id === undefined ? null : await readToken(database(), id);
  if (id === undefined || !token) notFound();
  const page = pageSchema.parse((await searchParams).page);
  const contracts = system();
  const [head, holders, { moves, pages }] = await Promise.all([
    readHead(database()),
    listHolders(database(), id),
    listMoves(database(), { tokenId: id }, page),
  ]);
  const [people, node] = await Promise.all([
    readPeople(database(), [
      token.issuer,
      ...holders.map(({ holder }) => holder),
      ...moves.flatMap(({ from, to }) => [from, to]),
    ]),
    readFromNode(
      chainReader(),
      contracts.token,
      id,
      holders.map(({ holder }) => holder),
      head?.block ?? null,
    ),
  ]);
  return (
    <>
      <TokenView
        token={token}
        holders={holders}
        moves={moves}
        page={page}
        pages={pages}
        people={people}
        node={node}
        escrow={contracts.escrow}
        now={toSeconds(now())}
      />
      <LiveRefresh topics={[`token:${id}`]} />
    </>
  );
}
