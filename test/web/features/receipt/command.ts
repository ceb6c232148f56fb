import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";
import { ROOT } from "#scripts/root.ts";

type Ended = { code: number; out: string; said: string };

/** The command as a person runs it. */
export async function command(args: readonly string[]): Promise<Ended> {
  const run = promisify(execFile)(process.execPath, ["scripts/verify-receipt.ts", ...args], { cwd: ROOT });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      said: stderr,
    }),
  );
}

/** One sentence, and nothing on the standard output. */
export function refused(code: number, sentence: RegExp): unknown {
  return {
    code,
    out: "",
    said: expect.stringMatching(new RegExp(`^verify-receipt: .*${sentence.source}.*\\n$`)) as unknown,
  };
}
