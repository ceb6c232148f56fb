import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "#scripts/failure.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { waitUntil } from "#scripts/processes/wait-until.ts";

const STAY = ["-e", "setInterval(() => {}, 1000)"];
const IGNORE_TERM = ["-e", "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"];

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const patience = { signal: new AbortController().signal, timeoutMs: 10_000 };

describe("given a family of processes", () => {
  test("a command that is missing is a sentence that names it", async () => {
    const family = createFamily(() => undefined);
    await expect(family.start("chain", "/nowhere/hardhat", [])).rejects.toThrow(
      new Failure("chain cannot be started: /nowhere/hardhat is missing or may not be run."),
    );
    await family.end();
  });

  test("a child that dies aborts the others' wait, and says how it died and what it last wrote", async () => {
    const family = createFamily(() => undefined);
    await family.start("indexer", process.execPath, ["-e", "console.error('no database'); process.exit(3)"]);
    await waitUntil("its death", () => family.signal.aborted, patience);
    expect(String(family.signal.reason)).toContain("indexer ended with code 3; everything else was stopped.");
    expect(String(family.signal.reason)).toContain("no database");
    await family.end();
  });

  test("its end leaves nothing, not even what a child started or what ignores the request", async () => {
    const lines: string[] = [];
    const family = createFamily((_, line) => lines.push(line));
    const stubborn = await family.start("stubborn", process.execPath, IGNORE_TERM);
    const parent = await family.start("parent", "/bin/sh", [
      "-c",
      `"${process.execPath}" -e "setInterval(() => {}, 1000)" & echo $!; wait`,
    ]);
    await waitUntil("both", () => lines.includes("up") && lines.length === 2, patience);
    const grandchild = Number(lines.find((line) => line !== "up"));
    await family.end();
    // Init has taken the grandchild over: until it takes note of its end, the system still counts it.
    const isGone = () => ![stubborn.pid, parent.pid, grandchild].some(isAlive);
    await expect(waitUntil("the end of all three", isGone, patience)).resolves.toBeUndefined();
  });

  test("after its end nothing can be started", async () => {
    const family = createFamily(() => undefined);
    await family.end();
    await expect(family.start("late", process.execPath, STAY)).rejects.toThrow("Everything was stopped.");
  });

  test("kill -9 of its launcher leaves nothing", async () => {
    const source = join(import.meta.dirname, "../../../scripts/processes/family.ts");
    const launcher = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { createFamily } from ${JSON.stringify(source)};
       const family = createFamily(() => undefined);
       const child = await family.start("stay", process.execPath, ${JSON.stringify(STAY)});
       console.log(child.pid);`,
    ]);
    const [output] = (await once(launcher.stdout, "data")) as [Buffer];
    const pid = Number(output.toString());
    expect(isAlive(pid)).toBe(true);
    launcher.kill("SIGKILL");
    await expect(waitUntil("the end of its child", () => !isAlive(pid), patience)).resolves.toBeUndefined();
  });
});
