import type { z } from "zod";
import type { InboxKind } from "#web/features/inbox/kind.ts";
import { bookingFreed } from "#web/features/inbox/kinds/booking-freed.ts";
import { ringAgreed, ringProposed } from "#web/features/inbox/kinds/ring.ts";
import { savedSearchFind } from "#web/features/inbox/kinds/saved-search.ts";

/** Every kind of thing members are told. */
const KINDS: readonly InboxKind<z.ZodType>[] = [savedSearchFind, bookingFreed, ringProposed, ringAgreed];

/** @returns undefined for a kind that is no longer told */
export function kindOf(kind: string): InboxKind<z.ZodType> | undefined {
  return KINDS.find((one) => one.kind === kind);
}
