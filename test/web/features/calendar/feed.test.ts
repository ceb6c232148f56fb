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
import { busyTime } from "#web/db/schema/imported-calendar.ts";
import { refreshFreeTime } from "#web/features/availability/refresh-free-time.ts";
import { listBookings } from "#web/features/booking/queries.ts";
import { answerFeed } from "#web/features/calendar/answer-feed.ts";
import { closeFeed, findFeedOwner, openFeed, readFeedSince } from "#web/features/calendar/feed.ts";
import { readCalendar } from "#web/features/calendar/ics/read-calendar.ts";
import { dropImport, importCalendar, listImports } from "#web/features/calendar/imports.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { endProposal } from "#web/features/proposal/agree.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [buyer, other] = buyers as [`0x${string}`, `0x${string}`];
const ORIGIN = "https://time.example";
const window = { from: NOW, to: addSeconds(NOW, 30 * DAY) };
const BUSY = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261124T080000Z", "DTEND:20261124T170000Z"];
const file = (...lines: string[]) => ({
  fileName: "work.ics",
  bytes: Buffer.from([...BUSY, ...lines].join("\r\n")),
});
const whole = file("END:VEVENT", "END:VCALENDAR");

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

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

describe("given a calendar program that follows a feed", () => {
  const follow = (secret: string, seen: string | null = null) =>
    answerFeed(world.db, { secret, seen, origin: ORIGIN, now: NOW });
  it("is told that nothing has changed, until something has", async () => {
    const { secret } = await openFeed(world.db, seller, NOW);
    const first = await follow(secret);
    const tag = first.headers.get("etag");
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    for (const seen of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await follow(secret, seen);
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    }
    expect((await follow(secret, '"other"')).status).toBe(200);
    await ask(world, buyer);
    const changed = await follow(secret, tag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(tag);
    expect(await changed.text()).toContain("An hour of piano");
  });
  it("finds nothing at an address that was closed, replaced, or never was", async () => {
    const { secret: first } = await openFeed(world.db, seller, NOW);
    const tag = (await follow(first)).headers.get("etag");
    const { secret: second } = await openFeed(world.db, seller, NOW);
    await closeFeed(world.db, seller);
    for (const secret of [first, second, "x".repeat(32), ""]) {
      const answer = await follow(secret, tag);
      expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([404, "", "no-store"]);
    }
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
      { who: seller, origin: ORIGIN },
      "TimeToken",
    );
    const [event] = Object.values(sync.parseICS(written)).filter((part): part is VEvent => part?.type === "VEVENT");
    expect(event).toMatchObject({ uid: `${id}@time.example`, status: "TENTATIVE", sequence });
    expect(event?.start.getTime()).toBe(TEN * 1000);
    expect(event?.end?.getTime()).toBe((TEN + 3_600) * 1000);
    expect(event?.summary).toContain("An hour of piano · 0xb1b1");
  });
  it("keeps its instant across a change of the clocks, for every reader", async () => {
    const booked = await bookingOf(world, await ask(world, buyer));
    const [record] = await listBookings(world.db, seller, { window, now: NOW });
    if (!record) throw new Error(`no record of ${booked.id}`);
    // Clocks in Berlin go forward on 28 March 2027 at one, UTC: nine in the morning moves.
    const starts = ["2027-03-27T08:00:00Z", "2027-03-28T00:30:00Z", "2027-03-28T07:00:00Z"].map((at) => new Date(at));
    const bookings = starts.map((startsAt, index) => ({
      ...record,
      id: `${index}`,
      startsAt,
      endsAt: addSeconds(startsAt, 3_600),
    }));
    const written = writeCalendar(bookings, { who: seller, origin: ORIGIN }, "TimeToken");
    const { busy } = readCalendar(Buffer.from(written), { timeZone: "Europe/Berlin", now: NOW });
    const read = Object.values(sync.parseICS(written)).filter((part): part is VEvent => part?.type === "VEVENT");
    expect(busy.map(({ from }) => new Date(from * 1000))).toEqual(starts);
    expect(read.map(({ start, end }) => [start.getTime(), end?.getTime()])).toEqual(
      bookings.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]),
    );
  });
  it("cannot break out of its line, whatever its title says", async () => {
    const [booked] = await listBookings(world.db, seller, { window, now: NOW }).then(async (none) => {
      expect(none).toEqual([]);
      await ask(world, buyer);
      return listBookings(world.db, seller, { window, now: NOW });
    });
    if (!booked) throw new Error("no booking");
    const title = "Piano\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Fake;,\\";
    const written = writeCalendar([{ ...booked, title }], { who: seller, origin: ORIGIN }, "TimeToken");
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
  it("keeps as many single times as one file may have", async () => {
    const halfHours = Array.from({ length: 48 }, (_, index) => [
      "BEGIN:VEVENT",
      `DTSTART:20261124T${String(index >> 1).padStart(2, "0")}${index % 2 ? "30" : "00"}00Z`,
      "DURATION:PT20M",
      "RRULE:FREQ=DAILY",
      "END:VEVENT",
    ]);
    await importCalendar(world.db, seller, file("END:VEVENT", ...halfHours.flat(), "END:VCALENDAR"), NOW);
    expect(await world.db.$count(busyTime)).toBeGreaterThan(17_000);
  });
  it("is called by its file, or else as it calls itself, on one line that can be kept and shown", async () => {
    const bytes = Buffer.from("BEGIN:VCALENDAR\nX-WR-CALNAME:Work\\, \u0000\u202eat\\nhome\nEND:VCALENDAR\n");
    for (const fileName of [" .ics", "a\u0000b.ics", `${"x".repeat(79)}🎹.ics`])
      await importCalendar(world.db, seller, { fileName, bytes }, NOW);
    const names = (await listImports(world.db, seller)).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Work, at home", "ab", `${"x".repeat(79)}🎹`]);
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
