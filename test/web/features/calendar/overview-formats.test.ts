import { describe, expect, it } from "vitest";
import { overviewFormats } from "#web/features/calendar/overview-formats.ts";

const day = new Date(2026, 10, 24);
const week = { start: new Date(2026, 10, 23), end: new Date(2026, 10, 29) };
const plain = (text: string) => text.replaceAll(/[\u2009\u202f\u00a0]/g, " ");

describe("given a day of the overview", () => {
  it("writes it as the other pages do, in English", () => {
    const formats = overviewFormats("en");
    expect(formats.dayFormat(day)).toBe("Tue 24");
    expect(formats.dayHeaderFormat(day)).toBe("Tuesday 24 November");
    expect(formats.agendaDateFormat(day)).toBe("Tue 24 Nov");
    expect(plain(formats.agendaHeaderFormat(week))).toBe("23 – 29 Nov 2026");
    expect(formats.dayRangeHeaderFormat(week)).toBe(formats.agendaHeaderFormat(week));
  });
  it("and in Spanish", () => {
    const formats = overviewFormats("es");
    expect(formats.dayFormat(day)).toBe("mar 24");
    expect(formats.dayHeaderFormat(day)).toBe("martes, 24 de noviembre");
    expect(formats.agendaDateFormat(day)).toBe("mar, 24 nov");
  });
});
