"use client";

import { useNow } from "next-intl";
import { useState } from "react";
import { endOfDay } from "#web/features/token/expiry-day.ts";

const REFRESH_MS = 60_000;

/** The day a promise is to end, as somebody types it. */
export function useExpiryDay() {
  const now = useNow({ updateInterval: REFRESH_MS });
  const [day, setDay] = useState("");
  const expiry = endOfDay(day);
  return {
    day,
    setDay,
    /** Unix seconds; null while no date is typed. */
    expiry,
    past: expiry !== null && expiry * 1000 <= now.getTime(),
  };
}
