import type { listing } from "#web/db/schema/listing.ts";
import type { memberBlock } from "#web/db/schema/member-block.ts";
import type { member } from "#web/db/schema/member.ts";
import { foldHandle } from "#web/features/member/handle.ts";
import { addressOf } from "./accounts.ts";
import { uuidOf } from "./fixed-random.ts";
import { LISTINGS, type ListingKey } from "./listings.ts";
import { MEMBERS, type DemoMember, type Handle } from "./members.ts";
import { on, toUnixSeconds, type Moment } from "./moment.ts";
import { placed } from "./places.ts";

/** Where most members live. */
const HOME_TIME_ZONE = "Europe/Berlin";

/** @returns the instant of a moment of the story. */
export function toDate(moment: Moment, now: number): Date {
  return new Date(toUnixSeconds(moment, now) * 1_000);
}

/** @returns the id of a demo listing. */
export function listingId(key: ListingKey): string {
  return uuidOf("listing", key);
}

/** @returns the profiles of all members. */
export function memberRows(now: number): (typeof member.$inferInsert)[] {
  return MEMBERS.map((profile: DemoMember & { handle: Handle }) => ({
    address: addressOf(profile.handle),
    handle: profile.handle,
    handleKey: foldHandle(profile.handle),
    displayName: profile.name,
    bio: profile.bio,
    skills: [...profile.skills],
    languages: [...profile.languages],
    ...placed(profile.place),
    timeZone: profile.timeZone ?? HOME_TIME_ZONE,
    arbiter: profile.arbiter ?? false,
    createdAt: toDate(profile.joined, now),
    updatedAt: toDate(profile.joined, now),
  }));
}

/** @returns who wants nothing more to do with whom: somebody did not like how another left a meeting. */
export function blockRows(now: number): (typeof memberBlock.$inferInsert)[] {
  return [{ blocker: addressOf("greta"), blocked: addressOf("bram"), createdAt: toDate(on(-9, "19:40"), now) }];
}

/** @returns all listings. */
export function listingRows(now: number): (typeof listing.$inferInsert)[] {
  return LISTINGS.map((described) => ({
    id: listingId(described.key),
    owner: addressOf(described.owner),
    kind: described.kind,
    title: described.title,
    description: described.description,
    category: described.category,
    skills: [...described.skills],
    priceMinutes: described.minutes,
    welcome: described.welcome ?? "anyone",
    remote: described.remote ?? false,
    ...placed(described.place),
    language: described.language ?? "en",
    status: described.status ?? "published",
    createdAt: toDate(described.created, now),
    updatedAt: toDate(described.created, now),
  }));
}
