import { z } from "zod";
import type { ListingFormValues } from "#web/features/listing/form-values.ts";

/** Words nobody came back to for so long are forgotten. */
const KEPT_MS = 30 * 86_400_000;

const photo = z.object({ id: z.uuid(), width: z.number(), height: z.number(), alt: z.string() });
const recipient = z.custom<ListingFormValues["welcomeMembers"][number]>(
  (value) => typeof (value as { address?: unknown } | null)?.address === "string",
);

/** A form as it was left, half-filled as it may be; what an older version of the form wrote is not understood. */
const formSchema: z.ZodType<ListingFormValues> = z.object({
  kind: z.enum(["offer", "request"]),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  skills: z.array(z.string()),
  days: z.string(),
  hours: z.string(),
  minutes: z.string(),
  welcome: z.enum(["own", "anyone", "reputation", "members"]),
  welcomeScore: z.string(),
  welcomeMembers: z.array(recipient),
  duration: z.string(),
  bufferBefore: z.string(),
  bufferAfter: z.string(),
  remote: z.boolean(),
  where: z.object({ place: z.string(), latitude: z.number().nullable(), longitude: z.number().nullable() }),
  photos: z.array(photo),
  language: z.string(),
});
const keptSchema = z.object({ version: z.string(), at: z.number(), values: formSchema });

/** What a form held at an instant (unix milliseconds); each time it is kept it gets another version. */
export type KeptDraft = z.output<typeof keptSchema>;

/** Where the words of a new listing are kept: each member's by themselves, an offer's and a request's too. */
export function draftKey(owner: string, kind: "offer" | "request"): string {
  return `timetoken.new-listing.${kind}.${owner}`;
}

/** @returns null where nothing is kept, nothing that can be understood, or nothing of these days */
export function parseDraft(text: string | null, now: number): KeptDraft | null {
  try {
    const kept = keptSchema.safeParse(JSON.parse(text ?? "null"));
    return kept.success && now - kept.data.at < KEPT_MS ? kept.data : null;
  } catch {
    return null;
  }
}

/**
 * Keeps what a form holds, unless another one has kept something since: two tabs never write over each other's words.
 * @param seen the version this form has seen last; null for none
 * @returns what is kept now: this form's, or (`isOurs` false) what the other one wrote
 * @throws where the browser keeps nothing
 */
export function keepDraft(
  storage: Pick<Storage, "getItem" | "setItem">,
  key: string,
  { values, seen, now }: { values: ListingFormValues; seen: string | null; now: number },
): { draft: KeptDraft; isOurs: boolean } {
  const other = parseDraft(storage.getItem(key), now);
  if (other && other.version !== seen) return { draft: other, isOurs: false };
  const draft = { version: crypto.randomUUID(), at: now, values };
  storage.setItem(key, JSON.stringify(draft));
  return { draft, isOurs: true };
}

/** Forgets what is kept, unless another form has kept it. */
export function dropDraft(storage: Pick<Storage, "getItem" | "removeItem">, key: string, seen: string | null): void {
  const kept = parseDraft(storage.getItem(key), 0);
  if (kept === null || kept.version === seen) storage.removeItem(key);
}
