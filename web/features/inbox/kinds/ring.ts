import { z } from "zod";
import { defineKind } from "#web/features/inbox/kind.ts";
import { paths } from "#web/lib/paths.ts";

const schema = z.object({
  /** Whom the recipient would get from. */
  before: z.templateLiteral(["0x", z.string()]),
  size: z.int().min(2),
});

/** A circle that its recipient could close with others. */
export const ringProposed = defineKind({
  kind: "ring_proposed",
  schema,
  icon: "exchange",
  href: () => paths.matches(),
  about: ({ before }) => before,
  values: ({ size }) => ({ others: size - 1 }),
});

/** Everybody in a circle said yes: each now asks the one before them. */
export const ringAgreed = defineKind({
  kind: "ring_agreed",
  schema,
  icon: "exchange",
  href: () => paths.matches(),
  about: ({ before }) => before,
  values: () => ({}),
});
