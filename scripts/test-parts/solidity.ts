import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import type { Family } from "../processes/family.ts";
import { bin, ROOT } from "../root.ts";
import { judge, type Part } from "./part.ts";

const execute = promisify(execFile);

/** How often properties are tried, as hardhat.config.ts names it. */
export type Profile = "default" | "long";

/** The contracts' tests, which Hardhat also compiles the contracts for. */
export function solidityPart(family: Family, lines: Lines, profile: Profile = "default"): Part {
  async function run() {
    await compile();
    const counts = { passed: 0, failed: 0 };
    const unlisten = lines.listen((line) => {
      counts.passed += Number(/^\s*(\d+) passing/.exec(line)?.[1] ?? 0);
      counts.failed += Number(/^\s*(\d+) failing/.exec(line)?.[1] ?? 0);
    });
    const args = ["test", "solidity", "--test-profile", profile];
    const exit = await family.run("solidity", bin("hardhat"), args, { cwd: ROOT, env: childEnv({}) });
    unlisten();
    return judge(counts, exit);
  }
  return { name: "Contracts", run };
}

/** Beforehand, because the libraries' warnings would bury the results. @throws Failure with what the compiler said */
async function compile(): Promise<void> {
  await execute(bin("hardhat"), ["build", "--quiet"], { cwd: ROOT, env: childEnv({}) }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Failure(`The contracts or their tests do not compile.\n${stdout}${stderr}`);
    },
  );
}

/** The lines the children of a family write, for whoever wants to read along. */
export interface Lines {
  listen(take: (line: string) => void): () => void;
}
