import { Clock, Languages, MapPin, Sparkles, Star, Wifi } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Reasons } from "#domain/matching.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { useDistanceText } from "#web/features/place/use-distance-text.ts";

/** Why two fit, a line for each reason that is known. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  const t = useTranslations("matching.reason");
  const distanceText = useDistanceText();
  const locale = useLocale();
  const amount = useAmountText();
  const { skill, time, distance, language, reputation } = reasons;
  const languageName = language && new Intl.DisplayNames([locale], { type: "language" }).of(language.tag);
  return (
    <ul aria-label={t("label")} className="flex flex-col gap-1.5 text-sm text-soft">
      <Reason icon={<Sparkles />}>{t(skill.fit === 1 ? "skill" : "skillPartly", { skill: skill.name })}</Reason>
      {time ? <Reason icon={<Clock />}>{t("time", { amount: amount(time.minutes) })}</Reason> : null}
      {distance && "remote" in distance ? <Reason icon={<Wifi />}>{t("remote")}</Reason> : null}
      {distance && "km" in distance ? (
        <Reason icon={<MapPin />}>
          {distance.km < 2 ? t("close") : t("distance", { distance: distanceText(distance.km) })}
        </Reason>
      ) : null}
      {languageName ? <Reason icon={<Languages />}>{t("language", { language: languageName })}</Reason> : null}
      {reputation ? <Reason icon={<Star />}>{t("reputation", { score: reputation.score })}</Reason> : null}
    </ul>
  );
}

function Reason({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      <span aria-hidden="true">{icon}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}
