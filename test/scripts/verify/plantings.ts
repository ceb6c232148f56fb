import { escapeIdentifier, type Client } from "pg";
import type { Column } from "#scripts/verify/columns.ts";
import { KEYS, type TableName } from "#scripts/verify/rows.ts";

/** One statement that makes the index wrong in one place, and the columns that are found to differ; null is a row. */
export type Planting = { sql: string; values: unknown[]; finds: (string | null)[] };

/**
 * Every way to make one table wrong: a value in each column, null where there was a value and a value where there was
 * none, a row too few and a row too many.
 */
export async function plantings(client: Client, table: TableName, columns: readonly Column[]): Promise<Planting[]> {
  const name = `chain.${escapeIdentifier(table)}`;
  const types = await readTypes(client, table);
  const keys = columns.filter(({ field }) => (KEYS[table] as readonly string[]).includes(field));
  const planted: Planting[] = [];

  for (const column of columns) {
    const target = escapeIdentifier(column.name);
    const type = types.get(column.name) ?? { type: "", nullable: false, labels: [] };
    // A row that is known by another key is one row too few and one too many.
    const isKey = keys.includes(column);
    const finds = isKey ? [null, null] : [column.name];
    for (const isNull of [false, true]) {
      const chosen = isKey && type.labels.length > 0 ? isFree(name, keys, target, type) : "true";
      const row = await readKey(client, name, keys, `${target} is ${isNull ? "" : "not"} null and ${chosen}`);
      if (!row) continue;
      const current = isNull ? `null::${type.type}` : target;
      planted.push(change(name, keys, row, `${target} = ${(isKey ? unusedKey : otherThan)(current, type)}`, finds));
      if (!isNull && type.nullable) planted.push(change(name, keys, row, `${target} = null`, finds));
    }
  }

  const row = (await readKey(client, name, keys, "true")) ?? [];
  planted.push({ sql: `delete from ${name} where ${isRow(keys)}`, values: row, finds: [null] });
  const copiedKey = keys.find((key) => types.get(key.name)?.labels.length === 0);
  const copied = columns.map((column) => {
    const target = escapeIdentifier(column.name);
    return copiedKey === column ? unusedKey(target, types.get(column.name)) : target;
  });
  const copy = `insert into ${name} select ${copied.join(", ")} from ${name} where ${isRow(keys)}`;
  planted.push({ sql: copy, values: row, finds: [null] });
  return planted;
}

type ColumnType = { type: string; nullable: boolean; labels: string[] };

/** The types of the tables below the views, which say nothing of what may be null. */
async function readTypes(client: Client, table: TableName): Promise<Map<string, ColumnType>> {
  const { rows } = await client.query<ColumnType & { name: string }>(
    `select a.attname "name", format_type(a.atttypid, a.atttypmod) "type", not a.attnotnull "nullable",
        coalesce((select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
          where e.enumtypid = a.atttypid), '{}') "labels"
      from information_schema.view_table_usage u
      join pg_attribute a on a.attrelid = format('%I.%I', u.table_schema, u.table_name)::regclass
      where u.view_schema = 'chain' and u.view_name = $1 and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, ...type }) => [name, type]));
}

/** An SQL expression of a column's type that differs from `current`, as little as the type lets it. */
function otherThan(current: string, column: ColumnType | undefined): string {
  const { type, labels } = column ?? { type: "text", labels: [] };
  const [first = "", second = ""] = labels;
  if (labels.length > 0) return `case when ${current}::text = '${first}' then '${second}' else '${first}' end::${type}`;
  if (/^(bigint|integer|numeric)/.test(type)) return `coalesce(${current}, 0) + 1`;
  if (type === "boolean") return `not ${current}`;
  if (type === "text[]") return `${current} || array['member:0x00']`;
  if (/^jsonb?$/.test(type)) return `'{"planted":1}'::${type}`;
  return `coalesce(left(${current}, -1), '') || case when right(${current}, 1) = '0' then '1' else '0' end`;
}

/** The same for a key: a neighbour may have the next one, so this goes further than any key of the scenario. */
function unusedKey(current: string, column: ColumnType | undefined): string {
  if (column && column.labels.length > 0) return otherThan(current, column);
  return /^(bigint|integer|numeric)/.test(column?.type ?? "")
    ? `${current} + 1000003`
    : `left(${current}, -8) || 'deadbeef'`;
}

/** Of an enum there are few keys: a row whose neighbour by another label is not there. */
function isFree(name: string, keys: readonly Column[], target: string, type: ColumnType): string {
  const same = keys.map((key) => {
    const own = escapeIdentifier(key.name);
    return own === target ? `u.${own} = ${otherThan(`t.${own}`, type)}` : `u.${own} = t.${own}`;
  });
  return `not exists (select 1 from ${name} u where ${same.join(" and ")})`;
}

async function readKey(client: Client, name: string, keys: readonly Column[], where: string): Promise<string[] | null> {
  const select = keys.map((key) => `${escapeIdentifier(key.name)}::text`).join(", ");
  const text = `select ${select} from ${name} t where ${where} limit 1`;
  return (await client.query<string[]>({ text, rowMode: "array" })).rows[0] ?? null;
}

function isRow(keys: readonly Column[]): string {
  return keys.map((key, at) => `${escapeIdentifier(key.name)}::text = $${at + 1}`).join(" and ");
}

function change(name: string, keys: readonly Column[], row: string[], set: string, finds: Planting["finds"]): Planting {
  return { sql: `update ${name} set ${set} where ${isRow(keys)}`, values: row, finds };
}
