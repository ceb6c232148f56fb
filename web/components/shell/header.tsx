import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "#web/components/motif/logo.tsx";
import { LanguageSwitch } from "#web/components/shell/language-switch.tsx";
import { Navigation } from "#web/components/shell/navigation.tsx";
import { SearchButton } from "#web/components/shell/search-button.tsx";
import { ThemeSwitch } from "#web/components/shell/theme-switch.tsx";
import { paths } from "#web/lib/paths.ts";

/** The top of every page; a phone has the two switches at its foot. `account` is what a member, or someone who is none yet, finds at its end. */
export function Header({ account }: { account?: ReactNode }) {
  const t = useTranslations("common");
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="page-width flex min-h-16 items-center gap-2 sm:min-h-[4.5rem] sm:gap-4">
        <Link href={paths.market()} className="flex min-h-11 items-center gap-2.5 rounded-control pe-1">
          <Logo />
          <span className="display text-xl max-[22rem]:sr-only">{t("name")}</span>
        </Link>
        <Navigation />
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <SearchButton />
          <div className="hidden sm:flex">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
          {account}
        </div>
      </div>
    </header>
  );
}
