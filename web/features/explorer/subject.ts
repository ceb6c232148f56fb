import { isAddress, type Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { findProfile } from "#web/features/member/queries.ts";
import { shortenHex } from "#web/lib/format.ts";

/** Whose record a page shows. */
export type Subject = { address: Address; handle: string | null; name: string };

/**
 * @param name a handle, or any address: records are there for accounts that have not joined, too
 * @returns null where nobody is called so
 */
export async function findSubject(db: Database, name: string): Promise<Subject | null> {
  const profile = await findProfile(db, name);
  if (profile) return { address: profile.address, handle: profile.handle, name: profile.displayName };
  if (!isAddress(name, { strict: false })) return null;
  const address = name.toLowerCase() as Address;
  return { address, handle: null, name: shortenHex(address) };
}
