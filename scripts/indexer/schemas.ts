import { escapeIdentifier, type Client } from "pg";

/** Where the pages read the index, whichever schema holds its rows. */
const VIEWS = "chain";
const PREFIX = "tt";
/** Told after each block; web listens to it. */
const CHANNEL = "chain_live_query";

/** @returns a name that no schema has: `tt_<what the index is made of>_<count>` */
export async function nameSchema(client: Client, sourceHash: string): Promise<string> {
  const taken = (await listSchemas(client)).map((name) => Number(name.split("_").at(-1)) || 0);
  return `${schemaPrefix(sourceHash)}${Math.max(0, ...taken) + 1}`;
}

export function schemaPrefix(sourceHash: string): string {
  return `${PREFIX}_${sourceHash}_`;
}

/** Every schema that an index was ever written to. */
export async function listSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname like $1",
    [`${PREFIX}\\_%`],
  );
  return rows.map(({ name }) => name);
}

/** Lets the views show the rows of another schema, at once and as a whole, and tells the pages after each block. */
export async function showSchema(client: Client, schema: string): Promise<void> {
  const views = escapeIdentifier(VIEWS);
  const from = escapeIdentifier(schema);
  const tables = await namesOf(
    client,
    "select tablename as name from pg_tables where schemaname = $1 and tablename not like '\\_reorg\\_\\_%'",
    schema,
  );
  const old = await namesOf(client, "select viewname as name from pg_views where schemaname = $1", VIEWS);
  const statements = [
    `create schema if not exists ${views}`,
    ...old.map((name) => `drop view ${views}.${name}`),
    ...tables.map((name) => `create view ${views}.${name} as table ${from}.${name}`),
    `create or replace function ${views}.tell() returns trigger language plpgsql as
       $$ begin notify ${CHANNEL}; return null; end $$`,
    `create or replace trigger tell_views after insert or update on ${from}._ponder_checkpoint
       for each statement execute function ${views}.tell()`,
    `notify ${CHANNEL}`,
  ];
  await inTransaction(client, statements);
}

/** Drops what was written to a schema, unless it is gone. */
export async function dropSchema(client: Client, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${escapeIdentifier(schema)} cascade`);
}

async function namesOf(client: Client, query: string, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query, [schema]);
  return rows.map(({ name }) => escapeIdentifier(name));
}

async function inTransaction(client: Client, statements: readonly string[]): Promise<void> {
  await client.query("begin");
  try {
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
