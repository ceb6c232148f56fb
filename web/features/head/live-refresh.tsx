"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { onChange, onRenewal } from "#web/features/head/live-source.ts";

/** A block can carry many changes: they are answered by one refresh. */
const SETTLE_MS = 250;

/**
 * Keeps a page true: asks the server for it again when something it shows has changed.
 * @param topics `deal:0x…`, `member:0x…` (lower case), `token:<decimal id>`; leave out to follow everything
 */
export function LiveRefresh({ topics }: { topics?: string[] | undefined }) {
  const router = useRouter();
  const followed = topics?.join(" ");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wanted = followed === undefined ? undefined : new Set(followed.split(" "));
    const refreshSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    const endChanges = onChange((change) => {
      if (!wanted || change.topics.some((topic) => wanted.has(topic))) refreshSoon();
    });
    const endRenewals = onRenewal(refreshSoon);
    return () => {
      clearTimeout(timer);
      endChanges();
      endRenewals();
    };
  }, [followed, router]);

  return null;
}
