import { CircleAlert, CircleCheck, CircleHelp, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import type { Verdict } from "#web/features/explorer/verdict.ts";

const MARKS = {
  equal: { icon: CircleCheck, style: "text-brand" },
  pending: { icon: Hourglass, style: "text-time-ink" },
  different: { icon: CircleAlert, style: "font-semibold text-warn" },
  unanswered: { icon: CircleHelp, style: "text-soft" },
} as const;

/** The verdict on one fact, as a sign and a word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("explorer.verdict");
  const { icon: Icon, style } = MARKS[verdict];
  return (
    <span data-verdict={verdict} className={classNames("inline-flex items-center gap-1.5 text-sm", style)}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {t(verdict)}
    </span>
  );
}
