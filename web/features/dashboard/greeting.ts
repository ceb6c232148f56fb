const MORNING_FROM = 5;
const AFTERNOON_FROM = 12;
const EVENING_FROM = 18;

/** Which greeting fits the hour where the reader is; the small hours still belong to the evening before. */
export function greetingAt(at: Date, timeZone: string): "morning" | "afternoon" | "evening" {
  const hour = Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone }).format(at));
  if (hour >= MORNING_FROM && hour < AFTERNOON_FROM) return "morning";
  return hour >= AFTERNOON_FROM && hour < EVENING_FROM ? "afternoon" : "evening";
}
