import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { zeroAddress, type Address } from "viem";
import { Amount } from "#web/components/ui/amount.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { VerdictMark } from "#web/features/explorer/verdict-mark.tsx";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import type { People } from "#web/features/people/queries.ts";
import type { MoveRow } from "#web/features/token/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** Moves of tokens, each with its kind, both ends, and the transaction that proves it. */
export function MovesList({
  moves,
  people,
  escrow,
  verdicts = {},
}: {
  moves: MoveRow[];
  people: People;
  escrow: Address;
  /** By the move's id, whether the node has it, too; where nobody asked, nothing is said. */
  verdicts?: Record<string, Verdict>;
}) {
  const t = useTranslations("token");
  return (
    <ol className="divide-y divide-line">
      {moves.map((move) => (
        <li key={move.id} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 py-3 first:pt-0 last:pb-0">
          <p className="font-medium">{t(`move.${move.kind}`)}</p>
          <Amount minutes={move.minutes} className="text-end font-semibold" />
          <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-soft [&_a]:leading-6">
            <End address={move.from} people={people} escrow={escrow} />
            {move.from !== zeroAddress && move.to !== zeroAddress ? (
              <ArrowRight aria-label={t("to")} className="size-3.5 rtl:rotate-180" />
            ) : null}
            <End address={move.to} people={people} escrow={escrow} />
            {move.dealId ? (
              <TextLink href={paths.deal(move.dealId)} prefetch={false}>
                {t("deal")}
              </TextLink>
            ) : null}
            {verdicts[move.id] ? <VerdictMark verdict={verdicts[move.id]!} /> : null}
          </p>
          <p className="text-end text-sm text-soft">
            <TextLink href={paths.transaction(move.txHash)} prefetch={false}>
              <Instant at={move.timestamp} />
            </TextLink>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One end of a move; nowhere (a mint's start, a burn's end) says nothing. */
function End({ address, people, escrow }: { address: Address; people: People; escrow: Address }) {
  const t = useTranslations("token");
  if (address === zeroAddress) return null;
  if (address === escrow) return <span>{t("escrow")}</span>;
  const person = people[address];
  return (
    <TextLink href={paths.member(person?.handle ?? address)} prefetch={false} className="no-underline hover:underline">
      {person?.name ?? shortenHex(address)}
    </TextLink>
  );
}
