import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";

/** Where one stands in a course of a few steps. On a phone only the present step has its name written out. */
export function Stepper({ steps, current }: { steps: string[]; current: number }) {
  const t = useTranslations("ui.stepper");
  return (
    <ol className="flex items-center gap-2" aria-label={t("position", { position: current + 1, count: steps.length })}>
      {steps.map((step, index) => {
        const done = index < current;
        const here = index === current;
        return (
          <li
            key={step}
            aria-current={here ? "step" : undefined}
            className="flex min-w-0 items-center gap-2 not-first:before:h-0.5 not-first:before:w-5 not-first:before:rounded-full not-first:before:bg-line sm:not-first:before:w-8"
          >
            <span
              aria-hidden="true"
              className={classNames(
                "inline-flex size-6 shrink-0 items-center justify-center rounded-full border-2 text-xs font-semibold tabular-nums",
                done && "border-brand bg-brand text-on-brand",
                here && "border-time text-time-ink",
                !done && !here && "border-line text-soft",
              )}
            >
              {done ? <Check className="size-3" strokeWidth={3} /> : index + 1}
            </span>
            <span className={classNames("truncate text-sm", here ? "font-semibold" : "text-soft max-sm:sr-only")}>
              {step}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
