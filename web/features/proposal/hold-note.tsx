import { useTranslations } from "next-intl";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { toSeconds } from "#web/lib/clock.ts";

const OPEN = ["payment", "signature", "funding"];

/** Whether the time is still kept free for this proposal. */
export function HoldNote({ view: { booking, taken, state, now } }: { view: ProposalViewData }) {
  const t = useTranslations("calendar.hold");
  const text = useInstantText();
  if (!booking || !OPEN.includes(state)) return null;
  if (taken) return <Notice tone="wrong">{t("taken")}</Notice>;
  const until = booking.heldUntil ? toSeconds(booking.heldUntil) : 0;
  if (booking.state === "held" && until > now)
    return <Notice tone="time">{t("held", { until: text(until, "time") })}</Notice>;
  return <Notice>{t("open")}</Notice>;
}
