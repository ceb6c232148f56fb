"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import { DESTINATIONS, isHere } from "#web/components/shell/destinations.ts";

/** The places within reach of a thumb. It sticks to the bottom, so nothing of the page hides behind it for good. */
export function PhoneNavigation() {
  const t = useTranslations("common.nav");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("label")}
      className="sticky bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {DESTINATIONS.map((place) => {
          const here = isHere(pathname, place);
          const Icon = place.icon;
          return (
            <li key={place.name}>
              <Link
                href={place.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "flex min-h-14 flex-col items-center justify-center gap-1 text-xs font-medium -outline-offset-2",
                  here ? "text-brand" : "text-soft",
                )}
              >
                <Icon aria-hidden="true" className="size-5" strokeWidth={here ? 2.4 : 2} />
                {t(place.name)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
