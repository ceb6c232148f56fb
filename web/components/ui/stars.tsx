import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";

const FIVE = [1, 2, 3, 4, 5];

/** A rating that was given, 1 to 5. */
export function Stars({ value }: { value: number }) {
  const t = useTranslations("ui.stars");
  return (
    <span role="img" aria-label={t("label", { stars: value })} className="inline-flex gap-0.5">
      {FIVE.map((star) => (
        <Star
          key={star}
          aria-hidden="true"
          className={classNames("size-4", star <= value ? "fill-time text-time" : "text-edge")}
        />
      ))}
    </span>
  );
}
