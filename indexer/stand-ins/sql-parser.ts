// @ts-expect-error it comes without types
import untypedCreate from "pg-query-emscripten";

type Parser = {
  /** What it says of a text is only read. */
  parse: (text: string) => object;
};

const createParser = untypedCreate as () => Promise<Parser>;

/** The handlers have five statements, whatever their parameters. One parser takes a few dozen long ones, then breaks. */
const TEXTS_PER_PARSER = 10;

let parser = createParser();
let parsed = new Map<string, object>();

/** Called as the package's own, which makes a parser for each statement. */
export default async function takeParser(): Promise<Parser> {
  if (parsed.size >= TEXTS_PER_PARSER) renew();
  const { parse } = await parser;
  return { parse: (text) => parsed.get(text) ?? learn(text, parse) };
}

function learn(text: string, parse: Parser["parse"]): object {
  try {
    const learnt = parse(text);
    parsed.set(text, learnt);
    return learnt;
  } catch (error) {
    renew();
    throw error;
  }
}

function renew(): void {
  parser = createParser();
  parsed = new Map();
}
