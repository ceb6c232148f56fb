import { useTranslations } from "next-intl";
import { TabLinks } from "#web/components/ui/tab-links.tsx";
import { paths } from "#web/lib/paths.ts";

/** The two sides of the community: who is in it, and what happens there. */
export function CommunityTabs({ current }: { current: "members" | "activity" }) {
  const t = useTranslations("activity.tabs");
  return (
    <div className="mb-4">
      <TabLinks
        label={t("label")}
        links={[
          { href: paths.community(), label: t("members"), current: current === "members" },
          { href: paths.activity(), label: t("activity"), current: current === "activity" },
        ]}
      />
    </div>
  );
}
