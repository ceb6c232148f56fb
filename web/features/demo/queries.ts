import { inArray } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { DEMO_MEMBER_COUNT, demoAccount } from "#web/features/demo/demo-account.ts";

/** One account of the development mnemonic that has become a member. */
export type DemoMember = { index: number; address: Address; name: string; photoId: string | null; arbiter: boolean };

let indexes: Map<Address, number> | undefined;

/** Deriving two dozen keys takes a moment: it is done once. */
function demoIndexes(): Map<Address, number> {
  return (indexes ??= new Map(
    Array.from({ length: DEMO_MEMBER_COUNT }, (_, position) => [
      demoAccount(position + 1).address.toLowerCase() as Address,
      position + 1,
    ]),
  ));
}

/** @returns the demo members in the order of their accounts; empty where the demo community was not written */
export async function listDemoMembers(db: Database): Promise<DemoMember[]> {
  const accounts = demoIndexes();
  const rows = await db
    .select({
      address: member.address,
      name: member.displayName,
      photoId: member.photoId,
      arbiter: member.arbiter,
    })
    .from(member)
    .where(inArray(member.address, [...accounts.keys()]));
  return rows.map((row) => ({ ...row, index: accounts.get(row.address) ?? 0 })).sort((a, b) => a.index - b.index);
}
