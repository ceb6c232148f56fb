/* As of `kysely`, which Ponder brings up for the tables of its copy of the chain alone. It keeps none, so there is nothing to make. */

class Nothing {}

export class Migrator {
  migrateToLatest(): Promise<object> {
    return Promise.resolve({});
  }
}

export {
  Nothing as CompiledQuery,
  Nothing as Kysely,
  Nothing as PostgresAdapter,
  Nothing as PostgresDialect,
  Nothing as PostgresIntrospector,
  Nothing as PostgresQueryCompiler,
  Nothing as WithSchemaPlugin,
  Nothing as sql,
};
