import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { Stretch } from "#web/components/ui/stretch.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { BookingRecord } from "#web/features/booking/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** What is booked next, as a list anybody can walk through. */
export function ComingCard({ who, bookings }: { who: Address; bookings: readonly BookingRecord[] }) {
  const t = useTranslations("calendar.coming");
  return (
    <Card aria-labelledby="coming">
      <CardHeader id="coming" title={t("title")} />
      {bookings.length === 0 ? <p className="text-soft">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {bookings.map((booking) => (
          <Booking key={booking.id} who={who} booking={booking} />
        ))}
      </ul>
    </Card>
  );
}

function Booking({ who, booking }: { who: Address; booking: BookingRecord }) {
  const t = useTranslations("calendar.coming");
  const { id, dealId, proposalId, seller, buyer, sellerName, buyerName, title, startsAt, endsAt, state } = booking;
  const gives = seller === who;
  const name = (gives ? buyerName : sellerName) ?? shortenHex(gives ? buyer : seller);
  return (
    <li className="flex items-start justify-between gap-x-3 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <TextLink href={dealId ? paths.deal(dealId) : paths.proposal(proposalId ?? "")} className="font-semibold">
          {title ?? t("untitled")}
        </TextLink>
        <p className="text-sm text-soft">
          <Stretch from={startsAt} to={endsAt} /> · {t(gives ? "youGive" : "youGet", { name })}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        {state === "held" ? <Pill tone="time">{t("held")}</Pill> : null}
        <a
          href={paths.bookingFile(id)}
          aria-label={t("file", { title: title ?? t("untitled") })}
          className="touch-target inline-flex size-9 items-center justify-center rounded-full text-soft hover:bg-sunk hover:text-ink"
        >
          <CalendarDays aria-hidden="true" className="size-4.5" />
        </a>
      </div>
    </li>
  );
}
