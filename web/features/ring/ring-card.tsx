import { Check, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RingAnswers } from "#web/features/ring/ring-answers.tsx";
import type { RingProposal, RingSeat } from "#web/features/ring/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** A ring as its reader sees it: what they give, round by round until it comes home, and whether they are in. */
export function RingCard({ ring: { id, minutes, seats, agreed } }: { ring: RingProposal }) {
  const t = useTranslations("matching.rings");
  const amount = useAmountText();
  const before = seats.at(-1);
  const yes = seats.filter(({ answer }) => answer === "yes").length;
  return (
    <Card as="li" className="flex flex-col gap-5">
      <h3 className="text-card">{t("headline", { count: seats.length, amount: amount(minutes) })}</h3>
      <ol className="flex flex-col">
        {seats.map((seat, index) => (
          <Step key={seat.member} seat={seat} next={seats[index + 1]} mine={index === 0} />
        ))}
        <li className="flex items-center gap-3 text-sm text-soft">
          <span className="flex size-9 items-center justify-center" aria-hidden="true">
            <RefreshCw className="size-4" />
          </span>
          {t("comesHome")}
        </li>
      </ol>
      <div className="mt-auto flex flex-col gap-3 border-t border-line pt-4">
        {agreed && before ? (
          <>
            <Notice tone="good">{t("agreed", { name: nameOf(before) })}</Notice>
            <LinkButton variant="primary" href={paths.newProposal(before.offer.id)} prefetch={false}>
              {t("ask", { name: nameOf(before) })}
            </LinkButton>
          </>
        ) : (
          <RingAnswers id={id} mine={seats[0]?.answer ?? null} yes={yes} of={seats.length} />
        )}
      </div>
    </Card>
  );
}

/** Who gives what to whom: `next` is missing where it comes home to the reader. */
function Step({ seat, next, mine }: { seat: RingSeat; next: RingSeat | undefined; mine: boolean }) {
  const t = useTranslations("matching.rings");
  return (
    <li className="relative flex gap-3 pb-4 before:absolute before:top-10 before:bottom-1 before:start-[1.0625rem] before:w-0.5 before:bg-line">
      <Avatar address={seat.member} name={seat.name} photoId={seat.photoId} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {mine ? (
            t("you")
          ) : (
            <Link
              href={paths.member(seat.handle ?? seat.member)}
              className="rounded-sm underline-offset-4 hover:underline"
            >
              {nameOf(seat)}
            </Link>
          )}
          {seat.answer === "yes" ? (
            <span className="inline-flex items-center gap-1 text-sm font-normal text-brand">
              <Check aria-hidden="true" className="size-4" />
              {t("in")}
            </span>
          ) : null}
        </p>
        <p className="text-sm text-soft">
          {t.rich(mine ? "youGive" : next ? "gives" : "givesYou", {
            name: next ? nameOf(next) : "",
            title: seat.offer.title,
            link: (title) => (
              <Link
                href={paths.listing(seat.offer.id)}
                prefetch={false}
                className="rounded-sm text-ink underline underline-offset-4"
              >
                {title}
              </Link>
            ),
          })}
        </p>
      </div>
    </li>
  );
}

const nameOf = ({ name, member }: RingSeat) => name ?? shortenHex(member);
