import { useTranslations } from "next-intl";
import { TabLinks } from "#web/components/ui/tab-links.tsx";
import { paths } from "#web/lib/paths.ts";

const TABS = { profile: paths.profile, email: paths.email, blocked: paths.blockedMembers, devices: paths.sessions };

/** The pages of the settings; their names are messages of `common.settings`. */
export function SettingsTabs({ current }: { current: keyof typeof TABS }) {
  const t = useTranslations("common.settings");
  const links = (Object.keys(TABS) as (keyof typeof TABS)[]).map((name) => ({
    href: TABS[name](),
    label: t(name),
    current: name === current,
  }));
  return (
    <div className="mb-5">
      <TabLinks label={t("label")} links={links} />
    </div>
  );
}
