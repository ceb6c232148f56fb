import { query } from "./support/database.ts";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { chooseFiles, type Upload } from "./support/files.ts";
import { open } from "./support/open.ts";
import { expect, test } from "./support/test.ts";

/** A program's file of one event a week, whose day is as it is written. */
const fileOf = (name: string, day: string) => ({
  name,
  mimeType: "text/calendar",
  buffer: Buffer.from(
    [
      "BEGIN:VCALENDAR",
      "X-WR-CALNAME:Choir\\, Tuesdays",
      "BEGIN:VEVENT",
      "UID:choir",
      `DTSTART;TZID=Romance Standard Time:${day}T190000`,
      "DURATION:PT2H",
      "RRULE:FREQ=WEEKLY",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n"),
  ),
});

test("Given a calendar from elsewhere, when its file is brought, then a broken one is refused with its line, and a good one keeps its times until it is removed", async ({
  enter,
}) => {
  const { page, hands, watch } = await enter({ name: "Hannah", handle: "for_hannah", accounts: [33] });
  await signInAsDemoMember(page, "Hannah");
  await open(page, "/calendar");
  const card = page.getByRole("region", { name: "Busy elsewhere" });
  const bring = (file: Upload) =>
    chooseFiles(hands, card.getByRole("button", { name: "Choose a calendar file" }), file);
  // The refusal.
  watch.expect(/api\/calendar\?name=choir/);
  await bring(fileOf("choir.ics", "20260230"));
  await expect(card.getByText("Line 5: there is no such date.")).toBeVisible();

  await bring(fileOf(".ics", "20260106"));
  await expect(page.getByText("1 event read.")).toBeVisible();
  await expect(card.getByText(/^1 event, brought .* times are known until /)).toBeVisible();
  const busy = () =>
    query<{ count: number }>(
      "select count(*)::int from app.busy_time join app.imported_calendar c on c.id = calendar_id where c.name = $1",
      ["Choir, Tuesdays"],
    );
  expect((await busy())[0]?.count).toBeGreaterThanOrEqual(52);

  await card.getByRole("button", { name: "Remove Choir, Tuesdays" }).click();
  await expect(card.getByText("Choir, Tuesdays")).toBeHidden();
  expect(await busy()).toEqual([{ count: 0 }]);
});
