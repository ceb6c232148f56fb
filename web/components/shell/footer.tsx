import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "#web/components/shell/language-switch.tsx";
import { ThemeSwitch } from "#web/components/shell/theme-switch.tsx";
import { paths } from "#web/lib/paths.ts";

/** The foot of every page: how fresh it is, and how to check it. */
export function Footer({ status }: { status: ReactNode }) {
  const t = useTranslations("common.footer");
  return (
    <footer className="mt-16 border-t border-line">
      <div className="page-width flex flex-wrap items-center justify-between gap-x-6 py-2.5 text-sm text-soft">
        <div className="min-w-0 basis-full sm:basis-auto">{status}</div>
        <Link href={paths.verify()} className="inline-flex min-h-11 items-center underline-offset-4 hover:underline">
          {t("verify")}
        </Link>
        <div className="-me-3 flex sm:hidden">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}
