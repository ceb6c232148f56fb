import { z } from "zod";
import { defineKind } from "#web/features/inbox/kind.ts";
import { paths } from "#web/lib/paths.ts";

/** A listing came onto the market that one of the member's saved searches finds. */
export const savedSearchFind = defineKind({
  kind: "saved_search",
  schema: z.object({
    savedSearchId: z.uuid(),
    search: z.string(),
    listingId: z.uuid(),
    title: z.string(),
    owner: z.templateLiteral(["0x", z.string()]),
  }),
  icon: "search",
  href: ({ listingId }) => paths.listing(listingId),
  about: ({ owner }) => owner,
  values: ({ search, title }) => ({ search, title }),
});
