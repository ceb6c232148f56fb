import { useTranslations } from "next-intl";
import { topCategory } from "#domain/category.ts";

/** The name of a category; its key where it is no longer curated. */
export function useCategoryName(): (key: string) => string {
  const t = useTranslations("listing.category");
  return (key) => {
    const message = topCategory(key) === key ? `${key}.all` : key;
    return t.has(message) ? t(message) : key;
  };
}
