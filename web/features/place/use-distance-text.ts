import { useFormatter, useTranslations } from "next-intl";

/** Places are kept to about so many kilometres: nearer than this nobody is told. */
const COARSE_KM = 2;

/** A distance between coarse places, in words. */
export function useDistanceText(): (km: number) => string {
  const t = useTranslations("place");
  const format = useFormatter();
  const write = (km: number) => format.number(Math.round(km), { style: "unit", unit: "kilometer" });
  return (km) => (km < COARSE_KM ? t("closer", { distance: write(COARSE_KM) }) : write(km));
}
