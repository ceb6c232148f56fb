import { useTranslations } from "next-intl";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { paths } from "#web/lib/paths.ts";

/** A full turn of the dial. */
const DAY_MINUTES = 1_440;

/** What somebody holds, on a dial of a day, and the three things to do with it. */
export function HeldCard({ minutes, comingMinutes }: { minutes: number; comingMinutes: number }) {
  const t = useTranslations("dashboard.held");
  const say = useAmountText();
  return (
    <Card className="flex flex-wrap items-center gap-x-8 gap-y-5 sm:flex-nowrap">
      <Dial share={minutes / DAY_MINUTES} ticks className="size-36 sm:size-44" />
      <div className="max-sm:grow">
        <p className="text-soft">{t("label")}</p>
        <Amount minutes={minutes} size="hero" className="text-[clamp(2rem,1.4rem+2.2vw,2.75rem)]" />
        <p className="mt-1 mb-5 text-[0.9375rem] text-soft">
          {comingMinutes > 0 ? t("coming", { amount: say(comingMinutes) }) : t("nothingComing")}
        </p>
        <div className="flex flex-wrap gap-2.5 max-sm:*:grow">
          <LinkButton variant="primary" href={paths.promise()} prefetch={false}>
            {t("promise")}
          </LinkButton>
          <LinkButton href={paths.send()} prefetch={false}>
            {t("send")}
          </LinkButton>
          <LinkButton href={paths.convert()} prefetch={false}>
            {t("convert")}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
