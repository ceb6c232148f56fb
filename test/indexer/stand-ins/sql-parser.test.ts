import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ROOT } from "#scripts/root.ts";

/** Parses in a process of its own, whose memory is only its. @returns what its last line says */
async function inProcess(parser: string, lines: string): Promise<unknown> {
  const code = `const { default: create } = await import(${JSON.stringify(parser)});
    const parse = async (text) => (await create()).parse(text);
    ${lines}`;
  const args = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 16_000_000 });
  return JSON.parse(stdout);
}

const OURS = join(ROOT, "indexer/stand-ins/sql-parser.ts");
const TEXTS = `["select a from b where c = any($1)", "update b set a = 1", "no sql at all"]`;

describe("given the parser that Ponder asks about each statement", () => {
  test("when it answers each text once, then it answers as the package itself does", async () => {
    const answers = `console.log(JSON.stringify(await Promise.all(${TEXTS}.map(parse))));`;
    expect(await inProcess(OURS, answers)).toEqual(await inProcess("pg-query-emscripten", answers));
  });

  test("when a statement is asked for again and again, then no parser is made for it", async () => {
    const asked = `for (let time = 0; time < 2_000; time += 1) await parse("select a from b where c = any($1)");
      console.log(process.memoryUsage().arrayBuffers);`;
    expect(await inProcess(OURS, asked)).toBeLessThan(40_000_000);
  });

  test("when there are more texts than one parser takes, then another one takes over", async () => {
    const asked = `for (let text = 0; text < 60; text += 1) await parse("select a" + ", a + $1".repeat(300) + ", " + text);
      console.log(JSON.stringify(Object.keys(await parse("select 1"))));`;
    expect(await inProcess(OURS, asked)).toContain("parse_tree");
  });
});
