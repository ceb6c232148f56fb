import { useTranslations } from "next-intl";
import { Pill } from "#web/components/ui/pill.tsx";

/** A member's reputation, 0 to 100; null where there is no finished deal to judge by. */
export function Score({ value }: { value: number | null }) {
  const t = useTranslations("ui.score");
  return (
    <Pill tone={value === null ? "plain" : "brand"}>
      {value === null ? (
        t("new")
      ) : (
        <>
          <span className="sr-only">{t("label")}</span>
          {value}
        </>
      )}
    </Pill>
  );
}
