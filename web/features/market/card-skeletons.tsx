import { useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { Skeleton } from "#web/components/ui/skeleton.tsx";
import { RESULT_GRID_STYLE } from "#web/features/market/result-grid-style.ts";

/** The shape of a page of listings. */
export function CardSkeletons() {
  const t = useTranslations("common");
  return (
    <div role="status" className="mt-12">
      <span className="sr-only">{t("loading")}</span>
      <div aria-hidden="true" className={RESULT_GRID_STYLE}>
        {Array.from({ length: 6 }, (_, index) => (
          <Card key={index} as="div" flush>
            <Skeleton className="h-34 rounded-none" />
            <div className="p-5">
              <Skeleton className="h-6 w-3/4" />
              <Skeleton className="mt-3 h-7 w-1/2" />
              <Skeleton className="mt-9 h-7 w-1/3" />
              <Skeleton className="mt-2 h-4 w-1/4" />
            </div>
          </Card>
        ))}
      </div>
    </div>
  );
}
