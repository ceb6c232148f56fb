import { useTranslations } from "next-intl";
import { Stretch } from "#web/components/ui/stretch.tsx";

/** The time in which the deal is to be carried out, in the viewer's zone. Unix seconds. */
export function Slot({ from, by }: { from: number; by: number }) {
  const t = useTranslations("deal.timeline");
  return <>{t.rich("slot", { stretch: () => <Stretch from={from} to={by} /> })}</>;
}
