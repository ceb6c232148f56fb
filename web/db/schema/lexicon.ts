import { sql } from "drizzle-orm";
import { bigint, index, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { lexeme } from "./columns.ts";

/** Every word that published listings say, folded: what a misspelt one can have meant. */
export const lexicon = app.table(
  "lexicon",
  {
    word: lexeme("word").primaryKey(),
    /** How many published listings say it. */
    listings: integer("listings").notNull(),
    /** What is left of it when one or two letters are lost; words a typo apart share one. */
    spellings: text("spellings")
      .array()
      .notNull()
      .generatedAlwaysAs(sql`app.spellings("word")`),
  },
  (table) => [index("lexicon_spellings").using("gin", table.spellings)],
);

/**
 * How listings write a word where that is not as it is folded, "música" for "musica": whoever is shown the word is shown
 * what most of them write.
 */
export const lexiconForm = app.table(
  "lexicon_form",
  {
    word: lexeme("word").notNull(),
    form: lexeme("form").notNull(),
    /** How many published listings write it so. */
    listings: integer("listings").notNull(),
  },
  (table) => [primaryKey({ columns: [table.word, table.form] })],
);

/**
 * What changes of listings did to the lexicon and is not counted in it yet. Triggers only ever add rows here, so that
 * two who write the same word never wait for each other; the worker counts them in.
 */
export const lexiconChange = app.table("lexicon_change", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  word: text("word").notNull(),
  /** As it is written, where these are counted; null where listings that say the word are. */
  form: text("form"),
  delta: integer("delta").notNull(),
});
