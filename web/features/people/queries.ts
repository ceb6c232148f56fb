import { inArray } from "drizzle-orm";
import type { Address } from "viem";
import { isNobody } from "#domain/address.ts";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";

/** How a page names somebody: by profile where there is one, else by address. */
export type NamedPerson = {
  address: Address;
  name: string | null;
  handle: string | null;
  /** Of their face; null for the drawn sign. */
  photoId: string | null;
  timeZone: string | null;
  /** 0–100; null where there is no finished deal to judge by. */
  score: number | null;
};

/** People by address (lower case). */
export type People = Record<Address, NamedPerson>;

/** Names everybody in `addresses`; nobody (the zero address) is left out. */
export async function readPeople(db: Database, addresses: readonly Address[]): Promise<People> {
  const wanted = [...new Set(addresses)].filter((address) => !isNobody(address));
  if (wanted.length === 0) return {};
  const [profiles, scores] = await Promise.all([
    db
      .select({
        address: member.address,
        name: member.displayName,
        handle: member.handle,
        photoId: member.photoId,
        timeZone: member.timeZone,
      })
      .from(member)
      .where(inArray(member.address, wanted)),
    db
      .select({ address: reputation.address, score: reputation.score })
      .from(reputation)
      .where(inArray(reputation.address, wanted)),
  ]);
  const byAddress = new Map(profiles.map((profile) => [profile.address, profile]));
  const scoreOf = new Map(scores.map(({ address, score }) => [address, score]));
  return Object.fromEntries(
    wanted.map((address) => {
      const profile = byAddress.get(address);
      return [
        address,
        {
          address,
          name: profile?.name ?? null,
          handle: profile?.handle ?? null,
          photoId: profile?.photoId ?? null,
          timeZone: profile?.timeZone ?? null,
          score: scoreOf.get(address) ?? null,
        },
      ];
    }),
  );
}
