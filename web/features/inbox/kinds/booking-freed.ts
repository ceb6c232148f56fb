import { z } from "zod";
import { defineKind } from "#web/features/inbox/kind.ts";
import { paths } from "#web/lib/paths.ts";

/** A time that two members had agreed, or held, is free again. */
export const bookingFreed = defineKind({
  kind: "booking_freed",
  schema: z.object({
    other: z.templateLiteral(["0x", z.string()]),
    startsAt: z.iso.datetime(),
    why: z.enum(["lapsed", "cancelled", "refunded", "taken"]),
    dealId: z.string().nullable(),
    proposalId: z.string().nullable(),
  }),
  icon: "calendar",
  href: ({ dealId, proposalId }) => {
    if (dealId) return paths.deal(dealId);
    return proposalId ? paths.proposal(proposalId) : paths.calendar();
  },
  about: ({ other }) => other,
  values: ({ startsAt, why }) => ({ when: { instant: startsAt }, why }),
});
