import { afterAll, beforeAll, expect, describe, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { DEFAULT_AVAILABILITY } from "#domain/availability.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { readAvailability } from "#web/features/availability/queries.ts";

const WHO = `0x${"5e".repeat(20)}` as const;
const NOW = new Date("2026-11-22T12:00:00Z");

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

describe("given a member who says when they give time", () => {
  const save = (...days: string[]) => {
    const exceptions = days.map((day) => ({ day, hours: [{ from: 540, to: 600 }] }));
    return saveAvailability(
      database.db,
      WHO,
      { ...DEFAULT_AVAILABILITY, weekly: [], exceptions, timeZone: "UTC" },
      NOW,
    );
  };
  it("forgets single days that are long over, so that there is always room for new ones", async () => {
    await save("2020-02-29", "2026-08-23", "2026-08-24", "2026-11-21", "2027-11-22");
    const kept = await readAvailability(database.db, WHO);
    expect(kept?.exceptions.map(({ day }) => day)).toEqual(["2026-08-24", "2026-11-21", "2027-11-22"]);
  });
});
