import { sync, type VEvent } from "node-ical";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ask,
  bookingOf,
  buyers,
  createWorld,
  seller,
  TEN,
  type World,
} from "#test/web/features/booking/booked-world.ts";
import { DAY, NOW } from "#test/web/features/deal/example-rows.ts";
import { availability } from "#web/db/schema/availability.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { busyTime, importedCalendar } from "#web/db/schema/imported-calendar.ts";
import { refreshFreeTime } from "#web/features/availability/refresh-free-time.ts";
import { listBookings } from "#web/features/booking/queries.ts";
import { closeFeed, findFeedOwner, openFeed, readFeedSince } from "#web/features/calendar/feed.ts";
import { dropImport, importCalendar, listImports } from "#web/features/calendar/imports.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { endProposal } from "#web/features/proposal/operations.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [buyer, other] = buyers as [`0x${string}`, `0x${string}`];
const window = { from: NOW, to: addSeconds(NOW, 30 * DAY) };
const BUSY = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261124T080000Z", "DTEND:20261124T170000Z"];
const file = (...lines: string[]) => ({ fileName: "work.ics", text: [...BUSY, ...lines].join("\r\n") });
const whole = file("END:VEVENT", "END:VCALENDAR");

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.db.delete(importedCalendar);
});

describe("given a private feed", () => {
  it("opens to its secret alone, until it is closed or opened anew", async () => {
    const { secret } = await openFeed(world.db, seller, NOW);
    expect(await findFeedOwner(world.db, secret)).toBe(seller);
    expect(await findFeedOwner(world.db, `${secret}x`)).toBeNull();
    const { secret: next } = await openFeed(world.db, seller, NOW);
    expect(await findFeedOwner(world.db, secret)).toBeNull();
    expect(await findFeedOwner(world.db, next)).toBe(seller);
    await closeFeed(world.db, seller);
    expect(await findFeedOwner(world.db, next)).toBeNull();
    expect(await readFeedSince(world.db, seller)).toBeNull();
  });
});

describe("given a booking", () => {
  it("stands in the calendars of both sides and in nobody else's, until it is freed", async () => {
    const id = await ask(world, buyer);
    for (const who of [seller, buyer]) expect(await listBookings(world.db, who, { window, now: NOW })).toHaveLength(1);
    expect(await listBookings(world.db, other, { window, now: NOW })).toEqual([]);
    await endProposal(world.context, buyer, id, NOW);
    expect(await listBookings(world.db, seller, { window, now: NOW })).toEqual([]);
  });
  it("is written so that another calendar reads the same time, and counts its changes", async () => {
    const { id, sequence } = await bookingOf(world, await ask(world, buyer));
    const written = writeCalendar(
      await listBookings(world.db, seller, { window, now: NOW }),
      { who: seller, origin: "https://time.example" },
      "TimeToken",
    );
    const [event] = Object.values(sync.parseICS(written)).filter((part): part is VEvent => part?.type === "VEVENT");
    expect(event).toMatchObject({ uid: `${id}@time.example`, status: "TENTATIVE", sequence });
    expect(event?.start.getTime()).toBe(TEN * 1000);
    expect(event?.end?.getTime()).toBe((TEN + 3_600) * 1000);
    expect(event?.summary).toContain("An hour of piano · 0xb1b1");
  });
  it("cannot break out of its line, whatever its title says", async () => {
    const [booked] = await listBookings(world.db, seller, { window, now: NOW }).then(async (none) => {
      expect(none).toEqual([]);
      await ask(world, buyer);
      return listBookings(world.db, seller, { window, now: NOW });
    });
    if (!booked) throw new Error("no booking");
    const title = "Piano\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Fake;,\\";
    const written = writeCalendar([{ ...booked, title }], { who: seller, origin: "https://time.example" }, "TimeToken");
    expect(written.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });
});

describe("given a calendar from elsewhere", () => {
  it("makes its times busy, keeps nothing else of it, and forgets them with it", async () => {
    expect(await importCalendar(world.db, seller, whole, NOW)).toEqual({ eventCount: 1 });
    expect(await world.db.select().from(busyTime)).toMatchObject([{ member: seller }]);
    await expect(ask(world, buyer)).rejects.toMatchObject({ code: "slot_taken" });
    const [imported] = await listImports(world.db, seller);
    expect(imported).toMatchObject({ name: "work", eventCount: 1 });
    await dropImport(world.db, buyer, imported?.id ?? "");
    expect(await listImports(world.db, seller)).toHaveLength(1);
    await dropImport(world.db, seller, imported?.id ?? "");
    expect(await world.db.select().from(busyTime)).toEqual([]);
    await ask(world, buyer);
  });
  it("takes the place of the one of the same name", async () => {
    await importCalendar(world.db, seller, whole, NOW);
    await importCalendar(world.db, seller, whole, NOW);
    expect(await listImports(world.db, seller)).toHaveLength(1);
    expect(await world.db.select().from(busyTime)).toHaveLength(1);
  });
  it("is refused whole where a line is broken, and what was there stays", async () => {
    await importCalendar(world.db, seller, whole, NOW);
    const broken = file("DTSTART:20269999", "END:VEVENT", "END:VCALENDAR");
    await expect(importCalendar(world.db, seller, broken, NOW)).rejects.toMatchObject({ fields: { line: "6" } });
    expect(await world.db.select().from(busyTime)).toHaveLength(1);
  });
});

describe("given the worker", () => {
  const read = () => world.db.select().from(freeTime).where(eq(freeTime.member, seller)).orderBy(freeTime.startsAt);
  it("works out ninety days of free time, and again only where something changed", async () => {
    expect(await refreshFreeTime(world.db, NOW)).toBe(1);
    const before = await read();
    expect(before).toHaveLength(91);
    expect(await refreshFreeTime(world.db, addSeconds(NOW, 60))).toBe(0);
    await ask(world, buyer);
    expect(await refreshFreeTime(world.db, NOW)).toBe(1);
    const after = await read();
    expect(after).toHaveLength(92);
    expect(after.some(({ startsAt, endsAt }) => startsAt.getTime() < TEN * 1000 && endsAt.getTime() > TEN * 1000)).toBe(
      false,
    );
    expect(await refreshFreeTime(world.db, addSeconds(NOW, DAY))).toBe(1);
    await world.db.delete(availability);
    expect(await read()).toEqual([]);
  });
});
