import { and, type SQL, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { lexicon } from "#web/db/schema/lexicon.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { writtenAs } from "#web/features/lexicon/written-as.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";

/** What a word that is being typed may become: a word listings say, a skill they name, or a member. */
export type Suggested =
  { kind: "word" | "skill"; text: string; listings: number } | { kind: "member"; text: string; handle: string };

const MOST_WORDS = 4;
const MOST_SKILLS = 4;
const MOST_MEMBERS = 3;

/** Listings whose skills are looked through. */
const MOST_LISTINGS = 300;

/** Members that are put in order. */
const MOST_NAMESAKES = 50;

/** Shorter beginnings are those of too much. */
const SHORTEST = 2;

/** The end of all words with one beginning, in the order of bytes. */
const PAST_ALL = "\u{10FFFF}";

/**
 * What the last word of `text` may become: the words most listings say first, then the skills most name, then members by
 * their handle or name. Whatever is typed, it is the beginning of a word.
 * @param viewer who types; nobody they blocked is suggested
 */
export async function suggestFor(db: Database, text: string, viewer: Address | null): Promise<Suggested[]> {
  const { rows } = await db.execute<Suggested & { handle: string | null; listings: number | null }>(sql`
    with typed as materialized (
      select word from (select regexp_replace(app.plain(${text}), '^.* ', '') as word) as last
      where length(word) >= ${SHORTEST}),
    words as (
      select ${writtenAs(sql`said`)} as text, said.listings
      from typed join ${lexicon} as said
        on said.word > typed.word and said.word < typed.word || ${PAST_ALL}
      order by said.listings desc, said.word limit ${MOST_WORDS}),
    skills as (
      select min(skill) as text, count(*)::int as listings
      from typed,
        (select skills from ${listing} as said where status = 'published' and said.search @@ ${beginning("B")}
         limit ${MOST_LISTINGS}) as naming,
        unnest(naming.skills) as skill
      where ' ' || app.plain(skill) like '% ' || typed.word || '%'
      group by lower(skill) order by 2 desc, 1 limit ${MOST_SKILLS}),
    people as (
      select display_name as text, handle
      from (select display_name, handle, handle_key from ${member} as somebody
            where ${and(sql`somebody.search @@ ${beginning("A")}`, notBlockedBy(viewer, sql`somebody.address`))}
            limit ${MOST_NAMESAKES}) as namesake, typed
      order by starts_with(handle_key, typed.word) desc, display_name, handle limit ${MOST_MEMBERS})
    select 'word' as kind, text, listings, null as handle from words
    union all select 'skill', text, listings, null from skills
    union all select 'member', text, null, handle from people`);
  return rows.map(({ kind, text: said, listings, handle }) =>
    kind === "member" ? { kind, text: said, handle: handle ?? "" } : { kind, text: said, listings: listings ?? 0 },
  );
}

/** What says a word of a weight that begins as the typed one; nothing where none is typed. Only letters and digits are left of it. */
const beginning = (weight: "A" | "B"): SQL =>
  sql`(select (quote_literal(word) || ${`:*${weight}`})::tsquery from typed)`;
