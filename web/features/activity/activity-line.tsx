import { ArrowLeftRight, BadgeCheck, Hand, HandHelping, Hourglass, RefreshCcw, Star, UserPlus } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { Activity } from "#web/features/activity/queries.ts";
import type { ActivityKind } from "#web/features/activity/sources.ts";
import type { People } from "#web/features/people/queries.ts";
import type { InstantStyle } from "#web/lib/format-instant.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

const ICONS: Record<ActivityKind, LucideIcon> = {
  joined: UserPlus,
  offer: HandHelping,
  request: Hand,
  done: BadgeCheck,
  rated: Star,
  promised: Hourglass,
  swapped: ArrowLeftRight,
  ring: RefreshCcw,
};

/** One thing that happened: whose it was, a sentence with its links, and when. */
export function ActivityLine({
  event,
  people,
  format = "time",
}: {
  event: Activity;
  people: People;
  /** With its day where no heading names it. */
  format?: InstantStyle | undefined;
}) {
  const t = useTranslations("activity.event");
  const amount = useAmountText();
  const { kind, at, who, other, minutes, count, words } = event;
  const Icon = ICONS[kind];
  const named = (address: Address | null) => (address ? (people[address]?.name ?? shortenHex(address)) : "");
  const personLink = (address: Address | null) =>
    function PersonLink(name: ReactNode) {
      if (!address) return name;
      return (
        <TextLink href={paths.member(people[address]?.handle ?? address)} prefetch={false} className="font-medium">
          {name}
        </TextLink>
      );
    };
  return (
    <li className="flex items-start gap-3.5 px-5 py-3.5 sm:px-6">
      <span className="relative shrink-0">
        {who ? (
          <Avatar address={who} name={people[who]?.name} photoId={people[who]?.photoId} />
        ) : (
          <span className="inline-flex size-9 items-center justify-center rounded-full bg-brand-tint text-brand">
            <Icon aria-hidden="true" className="size-4.5" />
          </span>
        )}
        {who ? (
          <span className="absolute -inset-e-1.5 -bottom-1 inline-flex size-5 items-center justify-center rounded-full border border-line bg-raised">
            <Icon aria-hidden="true" className="size-3 text-soft" />
          </span>
        ) : null}
      </span>
      <p className="min-w-0 grow pt-1 leading-6 text-pretty">
        {t.rich(kind, {
          who: named(who),
          other: named(other),
          amount: minutes === null ? "" : amount(minutes),
          count: count ?? 0,
          words: words ?? "",
          a: personLink(who),
          b: personLink(other),
          to: (chunks) => (
            <TextLink href={targetOf(event)} prefetch={false}>
              <span dir="auto">{chunks}</span>
            </TextLink>
          ),
        })}
      </p>
      <span className="shrink-0 pt-1 text-sm leading-6 text-soft tabular-nums">
        <Instant at={at} format={format} />
      </span>
    </li>
  );
}

/** The page that shows what happened. */
function targetOf({ kind, who, reference }: Activity): string {
  const id = reference ?? "";
  switch (kind) {
    case "offer":
    case "request":
      return paths.listing(id);
    case "rated":
    case "done":
      return paths.deal(id);
    case "promised":
      return paths.token(id);
    case "swapped":
    case "ring":
      return paths.transaction(id);
    case "joined":
      return paths.member(who ?? "");
  }
}
