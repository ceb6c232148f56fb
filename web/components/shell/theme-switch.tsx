"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { ICON_BUTTON_STYLE } from "#web/components/shell/icon-button-style.ts";
import { Menu, MenuRadioGroup, MenuRadioItem } from "#web/components/ui/menu.tsx";

const THEMES = [
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
  { value: "system", icon: Monitor },
] as const;

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const t = useTranslations("common.theme");
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t("label")} className={ICON_BUTTON_STYLE}>
          <Sun aria-hidden="true" className="size-5 dark:hidden" />
          <Moon aria-hidden="true" className="hidden size-5 dark:block" />
        </button>
      }
    >
      <MenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
        {THEMES.map(({ value, icon: Icon }) => (
          <MenuRadioItem key={value} value={value} icon={<Icon aria-hidden="true" />}>
            {t(value)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
