import { useTranslations } from "next-intl";
import type { Address as AddressValue } from "viem";
import { Address } from "#web/components/ui/address.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { PageLinks } from "#web/components/ui/page-links.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { AddressReading } from "#web/features/explorer/address-reading.ts";
import { type ComparedFact, SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import type { People } from "#web/features/people/queries.ts";
import { MovesList } from "#web/features/token/moves-list.tsx";
import type { HoldingRow, listMoves } from "#web/features/token/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** What somebody owes, and has kept, of what they promised. */
type PromiseTotals = { outstandingMinutes: number; redeemedMinutes: number };

const NEVER_PROMISED: PromiseTotals = { outstandingMinutes: 0, redeemedMinutes: 0 };

/** An address's page: what it holds and what it moved, whoever it is. */
export function AddressView({
  address,
  holdings,
  record,
  moves: { moves, pages },
  page,
  verdicts,
  people,
  node,
  behind,
  escrow,
}: {
  address: AddressValue;
  holdings: readonly HoldingRow[];
  record: PromiseTotals | null;
  moves: Awaited<ReturnType<typeof listMoves>>;
  page: number;
  verdicts: Record<string, Verdict>;
  people: People;
  /** Null where the node did not answer. */
  node: AddressReading | null;
  behind: boolean;
  escrow: AddressValue;
}) {
  const t = useTranslations("explorer.address");
  const token = useTranslations("token");
  const person = people[address];
  const name = person?.name ?? shortenHex(address);
  const isKnown = [holdings.length, moves.length, record, person?.name].some(Boolean);
  return (
    <div className="page-width max-w-4xl">
      <PageHeader title={t("headline", { name })}>
        <span className="inline-flex flex-wrap items-center gap-2">
          {node ? <Pill tone="plain">{t(node.hasCode ? "contract" : "account")}</Pill> : null}
          {node ? <Pill tone="plain">{t("sent", { count: node.sent })}</Pill> : null}
          <Address value={address} name={name} />
        </span>
      </PageHeader>
      {isKnown ? (
        <div className="flex flex-col gap-6">
          <Records slug={person?.handle ?? address} />
          <SideBySide facts={compare(holdings, record, node, t, token)} block={node?.block ?? null} behind={behind} />
          <Card aria-labelledby="moves">
            <CardHeader id="moves" title={t("moves")} />
            {moves.length === 0 ? <p className="text-soft">{t("still")}</p> : null}
            <MovesList moves={moves} people={people} escrow={escrow} verdicts={verdicts} />
            <PageLinks inTime page={page} pages={pages} href={(number) => `${paths.address(address)}?page=${number}`} />
          </Card>
        </div>
      ) : (
        <EmptyState title={t("unknown.title")}>{t("unknown.body")}</EmptyState>
      )}
    </div>
  );
}

/** The pages with the other records of an address. */
function Records({ slug }: { slug: string }) {
  const t = useTranslations("explorer.address");
  return (
    <nav aria-label={t("more")} className="flex flex-wrap gap-2.5">
      <LinkButton size="small" href={paths.member(slug)} prefetch={false}>
        {t("member")}
      </LinkButton>
      <LinkButton size="small" href={paths.promises(slug)} prefetch={false}>
        {t("promises")}
      </LinkButton>
      <LinkButton size="small" href={paths.reputation(slug)} prefetch={false}>
        {t("reputation")}
      </LinkButton>
      <LinkButton size="small" href={paths.arbiterRecord(slug)} prefetch={false}>
        {t("arbiter")}
      </LinkButton>
    </nav>
  );
}

type Words = ReturnType<typeof useTranslations<"explorer.address">>;
type TokenWords = ReturnType<typeof useTranslations<"token">>;

function compare(
  holdings: readonly HoldingRow[],
  record: PromiseTotals | null,
  node: AddressReading | null,
  t: Words,
  token: TokenWords,
): ComparedFact[] {
  const { outstandingMinutes, redeemedMinutes } = record ?? NEVER_PROMISED;
  return [
    { key: "outstanding", name: t("outstanding"), index: outstandingMinutes, node: node?.outstandingMinutes },
    { key: "redeemed", name: t("redeemed"), index: redeemedMinutes, node: node?.redeemedMinutes },
    ...holdings.map(({ tokenId, unit, issuer, issuerName, amount }, position) => ({
      key: String(tokenId),
      name: (
        <TextLink href={paths.token(tokenId)} prefetch={false}>
          {token(`page.headline.${unit}`, { name: issuerName ?? shortenHex(issuer) })}
        </TextLink>
      ),
      index: amount,
      node: node?.balances[position],
    })),
  ];
}
