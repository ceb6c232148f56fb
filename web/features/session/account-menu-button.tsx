"use client";

import { LayoutDashboard, LogOut, MonitorSmartphone, Settings, Sparkles, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Amount } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Menu, MenuHeading, MenuItem, MenuLink, MenuSeparator } from "#web/components/ui/menu.tsx";
import { signOut } from "#web/features/session/session-channel.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** What a member finds at the end of the header. */
export function AccountMenuButton({
  address,
  name,
  handle,
  photoId,
  heldMinutes,
}: {
  address: string;
  name: string | null;
  handle: string | null;
  photoId: string | null;
  /** Null where the index cannot be read. */
  heldMinutes: number | null;
}) {
  const router = useRouter();
  const t = useTranslations("session.menu");

  const leave = async () => {
    await signOut();
    router.push(paths.market());
    router.refresh();
  };

  const trigger = (
    <button
      type="button"
      className="flex min-h-11 items-center gap-2.5 rounded-full border border-line bg-raised ps-1.5 pe-1.5 transition-colors hover:border-edge sm:ps-4"
    >
      <span className="sr-only">{t("label", { name: name ?? shortenHex(address) })}</span>
      {heldMinutes === null ? null : (
        <span className="text-sm font-semibold max-sm:sr-only">
          <Amount minutes={heldMinutes} />
        </span>
      )}
      <Avatar address={address} name={name} photoId={photoId} size="small" />
    </button>
  );

  return (
    <Menu trigger={trigger}>
      <MenuHeading>
        <span className="block font-semibold text-ink">{name ?? t("newcomer")}</span>
        {handle ? `@${handle}` : shortenHex(address)}
      </MenuHeading>
      <MenuSeparator />
      <MenuLink href={paths.dashboard()} icon={<LayoutDashboard aria-hidden="true" />}>
        {t("dashboard")}
      </MenuLink>
      <MenuLink href={paths.matches()} icon={<Sparkles aria-hidden="true" />}>
        {t("matches")}
      </MenuLink>
      <MenuLink href={paths.member(handle ?? address)} icon={<UserRound aria-hidden="true" />}>
        {t("profile")}
      </MenuLink>
      <MenuLink href={paths.profile()} icon={<Settings aria-hidden="true" />}>
        {t("settings")}
      </MenuLink>
      <MenuLink href={paths.sessions()} icon={<MonitorSmartphone aria-hidden="true" />}>
        {t("devices")}
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onClick={() => void leave()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
