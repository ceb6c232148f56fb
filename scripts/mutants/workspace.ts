import { execFile } from "node:child_process";
import { cp, glob, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { bin, ROOT } from "../root.ts";
import type { Mutant } from "./mutant.ts";
import { nearestTests } from "./nearest-tests.ts";

const execute = promisify(execFile);

/** What Hardhat needs of the repository. */
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
];

/** Beyond this a mutant has made something endless, and that is noticed. */
const PATIENCE_MS = 600_000;

/** Who noticed a mutant: the tests nearest to it, any other, or nobody. */
export type Notice = "near" | "far" | "nobody";

export interface Workspace {
  /** @throws Failure where a test fails though nothing is broken: every mutant would seem killed */
  requireGreen(): Promise<void>;
  /** @returns who noticed the mutant @throws Failure where the mutant is none */
  tryOut(mutant: Mutant): Promise<Notice>;
  remove(): Promise<void>;
}

/** A copy of the contracts and their tests, compiled, to break one line after another in. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "timetoken-mutants-"));
  for (const path of COPIED) await cp(join(ROOT, path), join(folder, path), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await hardhat("build", "--quiet");

  function hardhat(...args: string[]) {
    return execute(bin("hardhat"), args, { cwd: folder, env: childEnv({}), timeout: PATIENCE_MS, maxBuffer: 2 ** 26 });
  }

  async function requireGreen(): Promise<void> {
    for (const profile of ["default", "mutants"]) {
      await hardhat("test", "solidity", "--no-compile", "--test-profile", profile).catch(
        ({ stdout }: { stdout: string }) => {
          throw new Failure(`The tests fail before anything is broken: make npm test green first.\n${stdout}`);
        },
      );
    }
  }

  async function tryOut({ name, file, from, to }: Mutant): Promise<Notice> {
    const path = join(folder, "contracts", file);
    const source = await readFile(path, "utf8");
    if (source.split(from).length !== 2) throw new Failure(`${name}: ${file} says it not exactly once: ${from}`);
    await writeFile(
      path,
      source.replace(from, () => to),
    );
    try {
      await hardhat("build", "--quiet").catch(({ killed, stderr }: { killed: boolean; stderr: string }) => {
        throw new Failure(`${name}: ${killed ? "compiling it took too long." : `it does not compile.\n${stderr}`}`);
      });
      return await notice(file);
    } finally {
      await writeFile(path, source);
    }
  }

  /** A few runs of the nearest tests, and only where they pass all tests as `npm test` runs them. */
  async function notice(file: string): Promise<Notice> {
    const near = await testsIn(nearestTests(file));
    if (near.length > 0 && (await fails("--test-profile", "mutants", ...near))) return "near";
    return (await fails()) ? "far" : "nobody";
  }

  function fails(...args: string[]): Promise<boolean> {
    return hardhat("test", "solidity", "--no-compile", ...args).then(
      () => false,
      () => true,
    );
  }

  async function testsIn(folders: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const each of folders)
      for await (const test of glob(`test/contracts/${each}/*.t.sol`, { cwd: folder })) found.push(test);
    return found;
  }

  return { requireGreen, tryOut, remove: () => rm(folder, { recursive: true, force: true }) };
}
