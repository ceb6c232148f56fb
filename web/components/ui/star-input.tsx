"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";

const FIVE = [1, 2, 3, 4, 5];

/** Gives 1 to 5 stars; arrow keys move. 0 is "not chosen yet". */
export function StarInput({
  label,
  value,
  onValueChange,
}: {
  label: string;
  value: number;
  onValueChange: (stars: number) => void;
}) {
  const t = useTranslations("ui.stars");
  return (
    <RadioGroup
      aria-label={label}
      value={value === 0 ? null : String(value)}
      onValueChange={(next) => onValueChange(Number(next))}
      className="flex"
    >
      {FIVE.map((star) => (
        <Radio.Root
          key={star}
          value={String(star)}
          aria-label={t("choose", { stars: star })}
          className="inline-flex size-11 items-center justify-center rounded-full hover:bg-time-tint"
        >
          <Star
            aria-hidden="true"
            className={classNames("size-7", star <= value ? "fill-time text-time" : "text-edge")}
          />
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
