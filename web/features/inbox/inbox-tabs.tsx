import { useTranslations } from "next-intl";
import { TabLinks } from "#web/components/ui/tab-links.tsx";
import { paths } from "#web/lib/paths.ts";

/** What one was told, and the searches that tell it. */
export function InboxTabs({ current }: { current: "inbox" | "searches" }) {
  const t = useTranslations("inbox.tabs");
  return (
    <div className="mb-4">
      <TabLinks
        label={t("label")}
        links={[
          { href: paths.inbox(), label: t("inbox"), current: current === "inbox" },
          { href: paths.searches(), label: t("searches"), current: current === "searches" },
        ]}
      />
    </div>
  );
}
