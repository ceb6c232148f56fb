/** Remembers the viewer's zone, so that the server writes times as they read them. */
export const TIME_ZONE_COOKIE = "time_zone";

export const DEFAULT_TIME_ZONE = "UTC";

/** Whether this runtime knows the IANA zone. */
export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
