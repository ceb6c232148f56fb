import { registerHooks } from "node:module";

/** The parser that Ponder asks, and the one it gets. */
const PARSER = "pg-query-emscripten";
const PATIENT_PARSER = new URL("./sql-parser.ts", import.meta.url).href;

/**
 * Lets Ponder parse the text of each statement of `db.sql` once. By itself it brings up a whole parser for every
 * statement it is given, which costs it more than Postgres the statement; see docs/decisions/0056.
 */
export function parseStatementsOnce(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === PARSER && context.parentURL !== PATIENT_PARSER
        ? { url: PATIENT_PARSER, shortCircuit: true }
        : next(specifier, context),
  });
}
