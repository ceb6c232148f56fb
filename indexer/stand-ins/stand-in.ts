import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

/** The Ponder that the stand-ins were written for. */
const KNOWN_PONDER = "0.17.7";

/** What is asked for, by whom where that matters, and which file of this folder is given instead. */
type StandIn = { asked: RegExp; by?: RegExp; given: string };

const STAND_INS: readonly StandIn[] = [
  { asked: /^ponder:registry$/, given: "registry.ts" },
  { asked: /^ponder:schema$/, given: "../ponder.schema.ts" },
  {
    asked: /^vite($|-node\/|-tsconfig-paths$)/,
    by: /\/ponder\/dist\/esm\/build\/index\.js$/,
    given: "native-modules.ts",
  },
  { asked: /\/utils\/chains\.js$/, by: /\/ponder\/dist\/esm\/build\/config\.js$/, given: "own-chain.ts" },
  { asked: /\/graphql\/middleware\.js$/, by: /\/ponder\/dist\/esm\/index\.js$/, given: "no-graphql.ts" },
  { asked: /^kysely$/, by: /\/ponder\/dist\/esm\//, given: "no-migrations.ts" },
  { asked: /\/sync-store\/index\.js$/, by: /\/ponder\/dist\/esm\/runtime\/realtime\.js$/, given: "no-chain-copy.ts" },
  { asked: /^pg-query-emscripten$/, by: /\/ponder\/dist\/esm\//, given: "sql-parser.ts" },
  { asked: /\/database\/actions\.js$/, by: /\/ponder\/dist\/esm\/runtime\/multichain\.js$/, given: "actions.ts" },
  {
    asked: /\/rpc\/actions\.js$/,
    by: /\/ponder\/dist\/esm\/(sync-realtime\/index|build\/config)\.js$/,
    given: "block-reading.ts",
  },
  { asked: /\/indexing\/index\.js$/, by: /\/ponder\/dist\/esm\/runtime\/multichain\.js$/, given: "indexing.ts" },
  { asked: /\/runtime\/multichain\.js$/, by: /\/ponder\/dist\/esm\/bin\//, given: "run-multichain.ts" },
];

/**
 * Gives Ponder modules of ours in the place of some that it asks for (docs/decisions/0084).
 * @throws Error where Ponder is another one than they were written for
 */
export function standIn(ponder = installedPonder()): void {
  if (ponder !== KNOWN_PONDER)
    throw new Error(
      `indexer/stand-ins stand in for parts of Ponder ${KNOWN_PONDER}, and Ponder ${ponder} is installed: ` +
        "compare the two, and say in indexer/stand-ins/stand-in.ts that it is known.",
    );
  registerHooks({
    resolve: (specifier, context, next) => {
      const parent = context.parentURL ?? "";
      const found = STAND_INS.find(({ asked, by }) => asked.test(specifier) && (!by || by.test(parent)));
      return found ? { url: new URL(found.given, import.meta.url).href, shortCircuit: true } : next(specifier, context);
    },
  });
}

function installedPonder(): string {
  const about = new URL("../../package.json", import.meta.resolve("ponder"));
  return (JSON.parse(readFileSync(about, "utf8")) as { version: string }).version;
}
