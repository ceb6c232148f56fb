import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Bar } from "#web/components/ui/bar.tsx";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";

/** How much of what somebody promised their calendar can still hold, as a bar and a sentence. */
export function CoverageLine({ coverage }: { coverage: CoverageSummary }) {
  const t = useTranslations("calendar.coverage");
  const say = useAmountText();
  const { promisedMinutes, bookedMinutes, freeMinutes } = coverage;
  const short = promisedMinutes - bookedMinutes - freeMinutes;
  const amounts = {
    held: say(bookedMinutes + freeMinutes),
    promised: say(promisedMinutes),
    booked: say(bookedMinutes),
    short: say(short),
  };
  return (
    <div>
      <p className="mb-2 text-sm font-semibold">{t("title")}</p>
      <Bar
        whole={promisedMinutes}
        className="h-2"
        parts={[
          { key: "booked", value: bookedMinutes, tone: "brand" },
          { key: "free", value: freeMinutes, tone: "time" },
        ]}
      />
      <p className="mt-2 text-sm text-soft">
        {short > 0 ? t("short", amounts) : t("whole", amounts)} {bookedMinutes > 0 ? t("booked", amounts) : null}
      </p>
    </div>
  );
}
