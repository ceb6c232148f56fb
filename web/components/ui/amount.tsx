import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import { formatMinutes } from "#web/lib/format.ts";

export type AmountSize = "text" | "card" | "section" | "page" | "hero";

const SIZES: Record<AmountSize, string> = {
  text: "tabular-nums",
  card: "display text-card",
  section: "display text-section",
  page: "display text-page",
  hero: "display text-hero",
};

/** The formatter behind Amount, for sentences that need an amount as text: `minutes → "1 h 30 min"`. */
export function useAmountText(): (minutes: number) => string {
  const t = useTranslations("common.amount");
  return (minutes) => formatMinutes(t, minutes);
}

/** An amount of time in words. Larger than `text` it is set in the display face. */
export function Amount({
  minutes,
  size = "text",
  className,
}: {
  minutes: number;
  size?: AmountSize | undefined;
  className?: string | undefined;
}) {
  const format = useAmountText();
  return <span className={classNames("whitespace-nowrap", SIZES[size], className)}>{format(minutes)}</span>;
}
