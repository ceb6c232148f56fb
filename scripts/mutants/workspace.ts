import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { bin, ROOT } from "../root.ts";
import type { Mutant } from "./mutant.ts";

const execute = promisify(execFile);

/** What Hardhat needs of the repository; with what it compiled before, so that only what a mutant touches is compiled. */
const COPIED = [
  "contracts",
  "test/contracts",
  "scripts/chain",
  "scripts/env.ts",
  "scripts/failure.ts",
  "scripts/root.ts",
  "hardhat.config.ts",
  "package.json",
  "remappings.txt",
  "artifacts",
  "cache",
];

/** Beyond this a mutant has made something endless, and that is noticed. */
const PATIENCE_MS = 300_000;

export interface Workspace {
  /** @throws Failure where a test fails though nothing is broken: every mutant would seem killed */
  requireGreen(): Promise<void>;
  /** @returns whether a test failed with the mutant in place @throws Failure where the mutant is none */
  kills(mutant: Mutant): Promise<boolean>;
  remove(): Promise<void>;
}

/** A copy of the contracts and their tests to break one line after another in. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "timetoken-mutants-"));
  for (const path of COPIED) await cp(join(ROOT, path), join(folder, path), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));

  const hardhat = (...args: string[]) =>
    execute(bin("hardhat"), args, { cwd: folder, env: childEnv({}), timeout: PATIENCE_MS, maxBuffer: 2 ** 26 });

  async function requireGreen(): Promise<void> {
    await hardhat("build", "--quiet");
    await hardhat("test", "solidity", "--no-compile").catch(({ stdout }: { stdout: string }) => {
      throw new Failure(`The tests fail before anything is broken: make npm test green first.\n${stdout}`);
    });
  }

  async function kills({ name, file, from, to }: Mutant): Promise<boolean> {
    const path = join(folder, "contracts", file);
    const source = await readFile(path, "utf8");
    if (source.split(from).length !== 2) throw new Failure(`${name}: ${file} says it not exactly once: ${from}`);
    await writeFile(
      path,
      source.replace(from, () => to),
    );
    try {
      await hardhat("build", "--quiet").catch(({ stderr }: { stderr: string }) => {
        throw new Failure(`${name}: it does not compile.\n${stderr}`);
      });
      return await hardhat("test", "solidity", "--no-compile").then(
        () => false,
        () => true,
      );
    } finally {
      await writeFile(path, source);
    }
  }

  return { requireGreen, kills, remove: () => rm(folder, { recursive: true, force: true }) };
}
