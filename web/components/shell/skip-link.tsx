import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the navigation, to the words. */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href="#content"
      className="fixed inset-s-4 top-3 z-60 -translate-y-24 rounded-control bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
