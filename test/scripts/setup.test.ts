import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "#scripts/root.ts";

const run = promisify(execFile);

let checkout: string;

/** A folder like a checkout, whose `npm` notes that it was called and ends as it is told to. */
async function makeCheckout(npmExitCode: number): Promise<void> {
  checkout = await mkdtemp(join(tmpdir(), "setup-"));
  await Promise.all([
    mkdir(join(checkout, "scripts")),
    mkdir(join(checkout, "node_modules/.bin"), { recursive: true }),
    mkdir(join(checkout, "path")),
  ]);
  await cp(join(ROOT, "scripts/setup.sh"), join(checkout, "scripts/setup.sh"));
  await cp(join(ROOT, ".nvmrc"), join(checkout, ".nvmrc"));
  await writeFile(join(checkout, "package-lock.json"), "{}");
  const npm = join(checkout, "path/npm");
  await writeFile(npm, `#!/bin/sh\necho "$@" >> called\nexit ${npmExitCode}\n`);
  await chmod(npm, 0o755);
}

async function install(): Promise<void> {
  await cp(join(checkout, "package-lock.json"), join(checkout, "node_modules/.installed-from.json"));
  await writeFile(join(checkout, "node_modules/.bin/node"), "");
  await chmod(join(checkout, "node_modules/.bin/node"), 0o755);
}

function setUp() {
  return run("sh", [join(checkout, "scripts/setup.sh")], {
    env: { ...process.env, PATH: `${join(checkout, "path")}:${process.env.PATH}` },
  });
}

const calls = () => readFile(join(checkout, "called"), "utf8").catch(() => "");

beforeEach(() => makeCheckout(0));
afterEach(() => rm(checkout, { recursive: true }));

describe("given an installed tree", () => {
  test("nothing is installed and nothing is said", async () => {
    await install();
    expect(await setUp()).toMatchObject({ stdout: "", stderr: "" });
    expect(await calls()).toBe("");
  });
});

describe("given a lockfile that says something else than the tree was installed from, however old", () => {
  test("it is installed once", async () => {
    await install();
    await writeFile(join(checkout, "package-lock.json"), '{ "packages": {} }');
    await utimes(join(checkout, "package-lock.json"), 1, 1);
    await setUp();
    expect(await calls()).toBe("install --no-progress\n");
  });
});

describe("given an npm that fails", () => {
  test("setup fails with a sentence", async () => {
    await rm(checkout, { recursive: true });
    await makeCheckout(1);
    await expect(setUp()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("npm install failed") as string,
    });
  });
});
