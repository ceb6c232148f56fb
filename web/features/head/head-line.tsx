import { type NumberFormatOptions, useFormatter, useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import { type LiveState, type Status, statusOf } from "#web/features/head/status.ts";

const DOTS: Record<Status, string> = {
  live: "bg-brand ring-brand-tint",
  connecting: "bg-edge ring-sunk",
  catchingUp: "bg-time ring-time-tint",
  resyncing: "bg-time ring-time-tint",
  chainUnreachable: "bg-warn ring-warn-tint",
  unreachable: "bg-warn ring-warn-tint",
};

/** @returns a length of time in its largest unit of which there are two, for a formatter of numbers */
function lasting(seconds: number): [amount: number, as: NumberFormatOptions] {
  const [unit, length] = UNITS.find((each) => seconds >= 2 * each[1]) ?? SECONDS;
  return [Math.floor(seconds / length), { style: "unit", unit, unitDisplay: "long" }];
}

const SECONDS = ["second", 1] as const;
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], SECONDS] as const;

/** How fresh a page is, in words, and beside them a dot: the state, and the figures that go with it. */
export function HeadLine({ current, now }: { current: LiveState; now: Date }) {
  const t = useTranslations("common.head");
  const format = useFormatter();
  const status = statusOf(current);
  const isCalm = status === "live" || status === "connecting";
  const { head } = current;
  const lag = status === "live" ? null : (current.status?.lag ?? null);
  const figures = [
    head && t("synced", { block: head.block }),
    lag && lag.blocks > 0 && t("behind", { blocks: lag.blocks, time: format.number(...lasting(lag.seconds)) }),
    head &&
      status === "chainUnreachable" &&
      t("mined", { when: format.relativeTime(Math.min(head.timestamp * 1_000, now.getTime()), now) }),
  ].filter((figure) => typeof figure === "string");
  return (
    <p className="flex items-baseline gap-2.5 py-2" data-status={status}>
      <span
        aria-hidden="true"
        className={classNames("size-2 shrink-0 -translate-y-px rounded-full ring-3", DOTS[status])}
      />
      <span className="flex flex-wrap gap-x-1.5 tabular-nums">
        <span role="status" className={classNames(!isCalm && "font-semibold text-ink max-sm:basis-full")}>
          {t(status)}
        </span>
        {figures.map((figure, index) => (
          <span key={figure} className="sm:whitespace-nowrap">
            <span aria-hidden="true" className={classNames("me-1.5", index === 0 && !isCalm && "max-sm:hidden")}>
              ·
            </span>
            {figure}
          </span>
        ))}
      </span>
    </p>
  );
}
