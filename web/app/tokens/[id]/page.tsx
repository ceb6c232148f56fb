import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { readAtHead } from "#web/features/explorer/read-at-head.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { checkMoves } from "#web/features/token/check-moves.ts";
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
  const { value, behind } = await readAtHead(database(), async (block) => {
    const [holders, { moves, pages }] = await Promise.all([
      listHolders(database(), id),
      listMoves(database(), { tokenId: id }, page),
    ]);
    const owners = holders.map(({ holder }) => holder);
    const [people, node, verdicts] = await Promise.all([
      readPeople(database(), [token.issuer, ...owners, ...moves.flatMap(({ from, to }) => [from, to])]),
      readFromNode(chainReader(), contracts.token, id, owners, block),
      checkMoves(chainReader(), contracts.token, moves),
    ]);
    return { holders, moves, pages, people, node, verdicts };
  });
  return (
    <>
      <TokenView
        token={token}
        {...value}
        page={page}
        behind={behind}
        escrow={contracts.escrow}
        now={toSeconds(now())}
      />
      <LiveRefresh topics={[`token:${id}`]} />
    </>
  );
}
