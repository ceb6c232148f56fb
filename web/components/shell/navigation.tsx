"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import { DESTINATIONS, isHere } from "#web/components/shell/destinations.ts";

/** The places in the header; a phone has them at the bottom instead. */
export function Navigation() {
  const t = useTranslations("common.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="hidden md:block">
      <ul className="flex">
        {DESTINATIONS.map((place) => {
          const here = isHere(pathname, place);
          return (
            <li key={place.name}>
              <Link
                href={place.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "flex min-h-11 items-center rounded-control px-3 text-[0.9375rem] font-medium transition-colors hover:text-ink",
                  here ? "text-ink" : "text-soft",
                )}
              >
                {t(place.name)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
