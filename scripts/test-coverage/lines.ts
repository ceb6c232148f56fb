import { execFile } from "node:child_process";
import { promisify, stripVTControlCharacters } from "node:util";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { bin, ROOT } from "../root.ts";

/** What Hardhat counts. @returns percents @throws Failure where a test fails */
export async function coverLines(): Promise<{ lines: number; statements: number }> {
  const { stdout } = await promisify(execFile)(bin("hardhat"), ["test", "solidity", "--coverage"], {
    cwd: ROOT,
    env: childEnv({}),
    maxBuffer: 2 ** 28,
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Failure(`The tests fail while lines are counted.\n${stdout.slice(-4_000)}${stderr.slice(-4_000)}`);
  });
  const report = stripVTControlCharacters(stdout);
  console.log(report.slice(report.indexOf("╔")).trim());
  const total = /║ Total\s+│\s*([\d.]+)\s*│\s*([\d.]+)/.exec(report);
  if (!total) throw new Failure("Hardhat printed no total.");
  return { lines: Number(total[1]), statements: Number(total[2]) };
}
