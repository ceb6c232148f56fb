import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import type { SaidInstant } from "#web/features/inbox/kind.ts";
import { kindOf } from "#web/features/inbox/kinds.ts";
import { INBOX_PAGE, type InboxRow, listInbox } from "#web/features/inbox/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";

/** A row of an inbox, ready to be written as a sentence. */
export type InboxEntry = {
  id: number;
  kind: string;
  icon: "search" | "calendar" | "exchange" | "clock";
  href: string;
  /** What the sentence calls the member it is about; null where it is about none. */
  name: string | null;
  values: Record<string, string | number | SaidInstant>;
  /** ISO 8601. */
  at: string;
  isNew: boolean;
};

/**
 * One page of what a member was told. A row that this version does not understand is left out.
 * @param before the id of the oldest row of the page before
 * @returns `older`: what to ask for the next page with, null on the last
 */
export async function readInbox(
  db: Database,
  recipient: Address,
  before: number | null,
): Promise<{ entries: InboxEntry[]; older: number | null }> {
  const rows = await listInbox(db, recipient, before);
  const page = rows.slice(0, INBOX_PAGE);
  const understood = page.flatMap(understand);
  const people = await readPeople(
    db,
    understood.flatMap(({ about }) => about ?? []),
  );
  const entries = understood.map(({ about, ...entry }) => ({ ...entry, name: about && nameOf(people, about) }));
  return { entries, older: rows.length > INBOX_PAGE ? (page.at(-1)?.id ?? null) : null };
}

function understand({ id, kind, payload, createdAt, readAt }: InboxRow) {
  const told = kindOf(kind);
  const said = told?.schema.safeParse(payload);
  if (!told || !said?.success) return [];
  const { icon, href, about, values } = told;
  return [
    {
      id,
      kind,
      icon,
      href: href(said.data),
      about: about(said.data),
      values: values(said.data),
      at: createdAt.toISOString(),
      isNew: readAt === null,
    },
  ];
}
