import { useFormatter, useLocale } from "next-intl";

/** Languages by their names in the reader's language. @param tags BCP 47 */
export function LanguageNames({ tags }: { tags: readonly string[] }) {
  const locale = useLocale();
  const format = useFormatter();
  const names = new Intl.DisplayNames([locale], { type: "language" });
  return <span>{format.list(tags.map((tag) => names.of(tag) ?? tag))}</span>;
}
