import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { toMinutes } from "#domain/units.ts";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { CopyButton } from "#web/components/ui/copy-button.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { PageLinks } from "#web/components/ui/page-links.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { FactTime } from "#web/features/explorer/fact-time.tsx";
import { type ComparedFact, SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import type { People } from "#web/features/people/queries.ts";
import { MovesList } from "#web/features/token/moves-list.tsx";
import type { NodeReading } from "#web/features/token/node-reading.ts";
import type { listHolders, MoveRow, TokenRow } from "#web/features/token/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

type Holder = Awaited<ReturnType<typeof listHolders>>[number];

/** A token's page. */
export function TokenView({
  token,
  holders,
  moves,
  page,
  pages,
  people,
  node,
  behind,
  verdicts,
  escrow,
  now,
}: {
  token: TokenRow;
  holders: Holder[];
  moves: MoveRow[];
  page: number;
  pages: number;
  people: People;
  /** Null where the node did not answer. */
  node: NodeReading | null;
  /** The node speaks of a block the index has still to read. */
  behind: boolean;
  /** Of each move, whether the node has it, too. */
  verdicts: Record<string, Verdict>;
  escrow: Address;
  /** Unix seconds. */
  now: number;
}) {
  const t = useTranslations("token");
  const issuer = people[token.issuer];
  const issuerName = issuer?.name ?? shortenHex(token.issuer);
  const lapsed = token.expiry !== 0 && token.expiry <= now;
  const nameOf = (address: Address) =>
    address === escrow ? t("escrow") : (people[address]?.name ?? shortenHex(address));
  return (
    <div className="page-width max-w-6xl">
      <PageHeader title={t(`page.headline.${token.unit}`, { name: issuerName })}>
        <span className="inline-flex flex-wrap items-center gap-2">
          {lapsed ? <Pill tone="warn">{t("lapsed")}</Pill> : <Pill tone="brand">{t("page.holds")}</Pill>}
          <span className="inline-flex items-center gap-1 text-sm">
            {t("page.id")} <span className="font-mono">{shortenHex(`0x${token.id.toString(16)}`)}</span>
            <CopyButton value={String(token.id)} label={t("page.copyId")} />
          </span>
        </span>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
        <div className="flex flex-col gap-6">
          <Card className="flex justify-center">
            {node?.picture ? (
              // The picture is the contract's own, a data URI: there is nothing for an image service to do.
              // eslint-disable-next-line @next/next/no-img-element
              <img
                src={node.picture.image}
                alt={t("page.picture")}
                width={256}
                height={256}
                className="w-full max-w-64"
              />
            ) : (
              <Dial share={1} className="size-40" />
            )}
          </Card>
          <Card>
            <Facts className="-my-2.5">
              <Fact name={t("page.fact.issuer")}>
                <Person
                  address={token.issuer}
                  name={issuer?.name ?? null}
                  photoId={issuer?.photoId}
                  score={issuer?.score}
                  size="small"
                  href={paths.member(issuer?.handle ?? token.issuer)}
                />
              </Fact>
              <Fact name={t("page.fact.unit")}>{t(`unit.in.${token.unit}`)}</Fact>
              <Fact name={t("page.fact.expiry")}>
                {token.expiry === 0 ? t("never") : <Instant at={token.expiry} />}
              </Fact>
              <Fact name={t("page.fact.supply")} strong>
                <Amount minutes={toMinutes(token.minted - token.burned, token.unit)} />
              </Fact>
              <Fact name={t("page.fact.minted")}>
                <Amount minutes={toMinutes(token.minted, token.unit)} />
              </Fact>
              <Fact name={t("page.fact.since")}>
                <Instant at={token.createdAt} format="day" />
              </Fact>
            </Facts>
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <SideBySide
            facts={compare(token, holders, node, nameOf, t)}
            block={node ? Number(node.block) : null}
            behind={behind}
          />
          <Card aria-labelledby="moves">
            <CardHeader id="moves" title={t("page.moves")} />
            <MovesList moves={moves} people={people} escrow={escrow} verdicts={verdicts} />
            <PageLinks inTime page={page} pages={pages} href={(number) => `${paths.token(token.id)}?page=${number}`} />
          </Card>
        </div>
      </div>
    </div>
  );
}

function compare(
  token: TokenRow,
  holders: Holder[],
  node: NodeReading | null,
  nameOf: (address: Address) => string,
  t: (key: string, values?: Record<string, string>) => string,
): ComparedFact[] {
  return [
    { key: "minted", name: t("compare.minted"), index: token.minted, node: node?.minted },
    { key: "burned", name: t("compare.burned"), index: token.burned, node: node?.burned },
    {
      key: "since",
      name: t("page.fact.since"),
      index: token.createdAt,
      node: node?.createdAt,
      show: (at) => <FactTime at={Number(at)} />,
    },
    ...holders.map(({ holder, amount }, position) => ({
      key: holder,
      name: t("compare.heldBy", { name: nameOf(holder) }),
      index: amount,
      node: node?.balances[position],
    })),
  ];
}
