"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#web/components/ui/skeleton.tsx";
import type { OverviewProps } from "#web/features/calendar/overview.tsx";

const Overview = dynamic(() => import("#web/features/calendar/overview.tsx").then((module) => module.Overview), {
  ssr: false,
  loading: () => <Skeleton className="h-160 w-full" />,
});

/** The overview, loaded in the browser alone: it is large, and draws in the zone of the device. */
export function OverviewLazy(props: Omit<OverviewProps, "phone">) {
  const phone = typeof window !== "undefined" && window.matchMedia("(max-width: 40rem)").matches;
  return <Overview {...props} phone={phone} />;
}
