import type { Locale } from "#web/i18n/locales.ts";
import { DATE_LOCALES } from "#web/lib/format-instant.ts";

type Stretch = { start: Date; end: Date };

/** How the overview writes days: as every other page does, not as its library would. */
export function overviewFormats(locale: Locale) {
  const writer = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(DATE_LOCALES[locale], options);
  const short = writer({ weekday: "short", day: "numeric", month: "short" });
  const column = writer({ weekday: "short", day: "numeric" });
  const whole = writer({ weekday: "long", day: "numeric", month: "long" });
  const range = writer({ day: "numeric", month: "short", year: "numeric" });
  const stretch = ({ start, end }: Stretch) => range.formatRange(start, end);
  return {
    dayFormat: (day: Date) => column.format(day),
    dayHeaderFormat: (day: Date) => whole.format(day),
    dayRangeHeaderFormat: stretch,
    agendaHeaderFormat: stretch,
    agendaDateFormat: (day: Date) => short.format(day),
  };
}
