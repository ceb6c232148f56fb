import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { Countdown } from "#web/components/ui/countdown.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Pill, type PillTone } from "#web/components/ui/pill.tsx";

/**
 * A deadline as a pill: who must do what by when, and what is left of it.
 * @param children the words before the time: "You decide by"
 */
export function Deadline({
  at,
  tone = "time",
  children,
}: {
  at: number | Date;
  tone?: PillTone | undefined;
  children: ReactNode;
}) {
  return (
    <Pill tone={tone} icon={<Clock aria-hidden="true" />} className="flex-wrap">
      <span>
        {children} <Instant at={at} /> · <Countdown until={at} />
      </span>
    </Pill>
  );
}
