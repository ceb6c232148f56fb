"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { TIME_ZONE_COOKIE } from "#web/i18n/time-zone.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Tells the server the viewer's zone when the page was written in another: on the first visit, or after a journey. */
export function TimeZoneKeeper({ rendered }: { rendered: string }) {
  const router = useRouter();

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || zone === rendered) return;
    document.cookie = `${TIME_ZONE_COOKIE}=${zone}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    // Without cookies it would be asked for ever.
    if (document.cookie.includes(`${TIME_ZONE_COOKIE}=`)) router.refresh();
  }, [rendered, router]);

  return null;
}
