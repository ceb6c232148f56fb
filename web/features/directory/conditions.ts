import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { member } from "#web/db/schema/member.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";
import type { DirectoryFilters } from "#web/features/directory/filters.ts";

/** Both schemas have a table of this name: one of them goes by another in a query of both. */
export const record = alias(chainMember, "record");

/** What a member must be to be listed: the one place that says what each filter means. */
export function fits(filters: DirectoryFilters, viewer: Address | null): SQL | undefined {
  const { q, skill, language, place, score, arbiter } = filters;
  return and(
    notBlockedBy(viewer, member.address),
    q ? sql`${member.search} @@ ${prefixQuery(q)}` : undefined,
    skill ? sql`app.fold_words(${member.skills}) @> array[app.fold(${skill})]` : undefined,
    language ? sql`${member.languages} @> array[${language}::text]` : undefined,
    place ? eq(townOf, sql`app.fold(${place})`) : undefined,
    score ? hasScore(score) : undefined,
    arbiter ? eq(member.arbiter, true) : undefined,
  );
}

/** What stands before the comma of a place: the town without its quarter, folded. */
export const townOf: SQL = sql`app.fold(split_part(${member.place}, ',', 1))`;

/** How well a member's own words say `q`; more is better. */
export function rankOf(q: string): SQL {
  return sql`ts_rank_cd(${member.search}, ${prefixQuery(q)})`;
}

/** `q` as a query of prefixes, all of which must be met; of nothing but signs, one that nobody meets. */
function prefixQuery(q: string): SQL {
  const prefixes = (q.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `'${word}':*`);
  return sql`to_tsquery('simple', app.fold(${prefixes.join(" & ")}))`;
}

const hasScore = (score: number): SQL =>
  sql`exists (select from ${reputation} as scored where scored.address = ${member.address} and scored.score >= ${score})`;
