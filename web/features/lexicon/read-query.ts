import type { Database } from "#web/db/client.ts";
import { correctWords } from "#web/features/lexicon/correct-words.ts";
import { readWords, type ReadWord } from "#web/features/lexicon/read-words.ts";

/** What somebody typed, as the market searches for it. */
export type WordQuery = {
  /** What is searched for: as typed, or with its typos put right. */
  text: string;
  /** What was typed, where that is something else. */
  mistyped: string | null;
  /** Every word that matters, as a tsquery; null where there is none. */
  all: string | null;
  /** Any of the words, as a tsquery: the more of them a listing says, and the more prominently, the better it fits. */
  any: string | null;
  /** Beginnings of one of the words in all its forms: no listing is found that says none of them. */
  anchors: string[];
};

/** Shorter words are met whole: too many others begin with them. */
const SHORTEST_BEGINNING = 3;

/** Of more words than this the rest is not read. */
const MOST_WORDS = 10;

const WORD = /([\p{L}\p{N}\p{M}]+)/u;

/**
 * Reads what somebody typed. Whatever it is, it is words: no sign in it is a command.
 * @param literally leaves typos as they are
 */
export async function readQuery(db: Database, text: string, literally: boolean): Promise<WordQuery> {
  const parts = text.split(WORD);
  const typed = typedOf(parts);
  if (typed.length === 0) return { text, mistyped: null, all: null, any: null, anchors: [] };
  const read = await readWords(db, typed);
  const unknown = read.filter(({ known }) => !known).map(({ word }) => word);
  const right = literally ? new Map<string, string>() : await correctWords(db, unknown);
  if (right.size === 0) return { text, mistyped: null, ...compose(read) };
  return putRight(db, { text, parts, typed, read }, right);
}

/**
 * Other readings of what was typed: a word that some listing says can still be a typo of another. One word is read
 * otherwise in each.
 */
export async function readOtherwise(db: Database, { text, mistyped }: WordQuery): Promise<WordQuery[]> {
  const parts = text.split(WORD);
  const typed = typedOf(parts);
  if (typed.length === 0) return [];
  const read = await readWords(db, typed);
  const others = await correctWords(
    db,
    read.filter(({ known }) => known).map(({ word }) => word),
  );
  const readings = [...others].map((other) =>
    putRight(db, { text: mistyped ?? text, parts, typed, read }, new Map([other])),
  );
  return Promise.all(readings);
}

type Typed = { text: string; parts: string[]; typed: string[]; read: ReadWord[] };

/** Writes `right` in the place of what is wrong, and reads that. */
async function putRight(
  db: Database,
  { text, parts, typed, read }: Typed,
  right: ReadonlyMap<string, string>,
): Promise<WordQuery> {
  const meant = typed.map((word, index) => {
    const words = read.filter(({ of }) => of === index);
    return words.some(({ word: one }) => right.has(one))
      ? words.map(({ word: one }) => right.get(one) ?? one).join(" ")
      : word;
  });
  const corrected = parts.map((part, index) => (index % 2 === 1 ? (meant[(index - 1) / 2] ?? part) : part)).join("");
  return { text: corrected, mistyped: text, ...compose(await readWords(db, meant)) };
}

/** Words and what stands between them take turns. */
const typedOf = (parts: readonly string[]): string[] =>
  parts.filter((_, index) => index % 2 === 1).slice(0, MOST_WORDS);

/** Words that only stand between others count for the order alone, unless there are no others. */
function compose(read: readonly ReadWord[]): Pick<WordQuery, "all" | "any" | "anchors"> {
  const groups = [...new Set(read.map(({ of }) => of))].map((of) => read.filter((word) => word.of === of));
  const telling = groups.filter((words) => words.some(({ filler }) => !filler));
  const needed = telling.length > 0 ? telling : groups;
  if (needed.length === 0) return { all: null, any: null, anchors: [] };
  const longest = needed.flat().sort((a, b) => b.word.length - a.word.length)[0];
  return {
    all: needed.map(writeGroup).join(" & "),
    any: groups.map(writeGroup).join(" | "),
    anchors: longest ? beginningsOf(longest) : [],
  };
}

/** Characters of a script without spaces stand one after the other; other words that were typed as one need not. */
function writeGroup(words: readonly ReadWord[]): string {
  const isRun = words.length > 1 && words.every(({ word }) => Array.from(word).length === 1);
  return `(${words.map(writeWord).join(isRun ? " <-> " : " & ")})`;
}

function writeWord({ word, stems }: ReadWord): string {
  const isBeginning = Array.from(word).length >= SHORTEST_BEGINNING;
  // What begins with the word is met by it already.
  const forms = stems.filter((stem) => !(isBeginning && stem.startsWith(word)));
  const whole = isBeginning ? `${quote(word)}:*` : quote(word);
  return forms.length === 0 ? whole : `(${[whole, ...forms.map(quote)].join(" | ")})`;
}

function beginningsOf({ word, stems }: ReadWord): string[] {
  return [...new Set([word, ...stems].map((form) => Array.from(form).slice(0, SHORTEST_BEGINNING).join("")))];
}

const quote = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
