import { useTranslations } from "next-intl";
import { Skeleton } from "#web/components/ui/skeleton.tsx";

/** The shape of a page until it is there: what a route's loading.tsx shows. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" className="page-width pt-10">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-10 w-2/3 max-w-md" />
      <Skeleton className="mt-4 h-5 w-5/6 max-w-lg" />
      <div className="mt-8 grid gap-5 md:grid-cols-3">
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
    </div>
  );
}
