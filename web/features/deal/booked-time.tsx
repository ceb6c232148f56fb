import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Stretch } from "#web/components/ui/stretch.tsx";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { paths } from "#web/lib/paths.ts";

/** The deal's place in both calendars, for its two sides. */
export function BookedTime({ view: { time, role, people, row } }: { view: DealView }) {
  const t = useTranslations("calendar.booked");
  const { booking } = time;
  if (booking?.state !== "firm" || (role !== "buyer" && role !== "seller")) return null;
  const other = people[role === "buyer" ? row.seller : row.buyer];
  return (
    <Card aria-labelledby="booked">
      <CardHeader id="booked" title={t("title")} />
      <p className="font-semibold">
        <Stretch from={booking.startsAt} to={booking.endsAt} />
      </p>
      {other?.timeZone ? (
        <p className="mt-1 text-sm text-soft">
          {t("theirs", { name: other.name ?? "" })} <Instant at={booking.startsAt} timeZone={other.timeZone} />
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <LinkButton href={paths.bookingFile(booking.id)} prefetch={false}>
          <CalendarDays aria-hidden="true" />
          {t("file")}
        </LinkButton>
        <LinkButton href={paths.calendar(booking.startsAt.toISOString().slice(0, 10))} prefetch={false} variant="quiet">
          {t("open")}
        </LinkButton>
      </div>
    </Card>
  );
}
