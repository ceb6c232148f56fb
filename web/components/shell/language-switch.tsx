"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { ICON_BUTTON_STYLE } from "#web/components/shell/icon-button-style.ts";
import { Menu, MenuRadioGroup, MenuRadioItem } from "#web/components/ui/menu.tsx";
import { type Locale, LOCALES } from "#web/i18n/locales.ts";
import { switchLocale } from "#web/i18n/switch-locale.ts";

/** Each language under its own name. */
const NAMES: Record<Locale, string> = { en: "English", es: "Español" };

export function LanguageSwitch() {
  const t = useTranslations("common.language");
  const locale = useLocale();
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  const choose = (next: string) =>
    startTransition(async () => {
      await switchLocale(next);
      router.refresh();
    });

  return (
    <Menu
      trigger={
        <button type="button" aria-label={t("label")} aria-busy={pending} className={ICON_BUTTON_STYLE}>
          <Languages aria-hidden="true" className="size-5" />
        </button>
      }
    >
      <MenuRadioGroup value={locale} onValueChange={choose}>
        {LOCALES.map((value) => (
          <MenuRadioItem key={value} value={value}>
            <span lang={value}>{NAMES[value]}</span>
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
