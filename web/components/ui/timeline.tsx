import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

export type TimelineState = "done" | "now" | "next" | "wrong";

/** What happened, what is up now, and what comes: an ordered list of TimelineItem. */
export function Timeline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  );
}

const MARKS: Record<TimelineState, string> = {
  done: "border-brand bg-brand text-on-brand",
  now: "border-time bg-raised",
  next: "border-line bg-raised",
  wrong: "border-warn bg-warn text-on-warn",
};

/**
 * One step: a title, a line about it, and what else belongs to it (pills, a reason).
 * `state` is said in words too, for those who do not see the mark.
 */
export function TimelineItem({
  state,
  title,
  detail,
  children,
}: {
  state: TimelineState;
  title: ReactNode;
  detail?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.timeline");
  return (
    <li
      aria-current={state === "now" ? "step" : undefined}
      className="group grid grid-cols-[1.5rem_1fr] gap-x-4 not-last:pb-6"
    >
      <span className="relative flex justify-center">
        <span
          className={classNames(
            "z-1 mt-px inline-flex size-[1.375rem] items-center justify-center rounded-full border-2",
            MARKS[state],
          )}
        >
          {state === "done" ? <Check aria-hidden="true" className="size-3" strokeWidth={3} /> : null}
          {state === "wrong" ? (
            <span aria-hidden="true" className="text-sm leading-none font-bold">
              !
            </span>
          ) : null}
        </span>
        <span
          aria-hidden="true"
          className={classNames(
            "absolute top-5 -bottom-6 w-0.5 group-last:hidden",
            state === "done" || state === "wrong" ? "bg-brand" : "bg-line",
          )}
        />
      </span>
      <div className="min-w-0">
        <p className={classNames("font-semibold", state === "next" && "text-soft")}>
          <span className="sr-only">{t(state)} </span>
          {title}
        </p>
        {detail ? <p className="mt-0.5 text-sm text-soft">{detail}</p> : null}
        {children ? <div className="mt-2.5">{children}</div> : null}
      </div>
    </li>
  );
}
