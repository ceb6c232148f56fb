import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "#scripts/root.ts";
import { asPonder, ponders } from "#test/indexer/as-ponder.ts";

const url = (...path: string[]) => JSON.stringify(pathToFileURL(join(...path)).href);

describe("given the modules behind Ponder", () => {
  test("when they are found without looking, then they are those that Node finds, each taken for the same", async () => {
    const lines = `import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push([url, context.format ?? null]); return next(url, context); } });
      await import(${JSON.stringify(ponders("bin/commands/start.js"))});
      await import("ponder");
      await import(${url(ROOT, "indexer/ponder.schema.ts")});
      console.log(JSON.stringify(loaded.sort(([a], [b]) => (a < b ? -1 : 1))));`;
    const standIns = `import { standIn } from ${url(ROOT, "indexer/stand-ins/stand-in.ts")}; standIn();`;
    const [found, lookedFor] = (await Promise.all([asPonder(lines), asPonder(lines, {}, standIns)])) as string[][][];
    const ours = ["indexer/neighbours.ts", "indexer/preload.ts"].map((path) => pathToFileURL(join(ROOT, path)).href);
    expect(found?.length).toBeGreaterThan(500);
    expect(found?.filter(([at = ""]) => !ours.includes(at))).toEqual(lookedFor);
  });
});

describe("given a package of modules with a folder of CommonJS, beside one of CommonJS with a folder of modules", () => {
  const FILES = {
    "new/package.json": '{ "type": "module" }',
    "new/good.js":
      'import { said } from "./deep/said.js"; import old from "./old/said.js"; export default [said, old];',
    "new/deep/said.js": 'export { said } from "../said.mjs";',
    "new/said.mjs": 'export const said = "new";',
    "new/old/package.json": '{ "type": "commonjs" }',
    "new/old/said.js": 'module.exports = "old";',
    "new/bad.js": 'import "./missing.js";',
    "old/package.json": "{}",
    "old/good.js": 'exports.said = [require("./old.js"), require("./new/said.js").said];',
    "old/old.js": 'module.exports = "old";',
    "old/new/package.json": '{ "type": "module" }',
    "old/new/said.js": 'export const said = "new";',
  };
  let packages: string;

  beforeAll(async () => {
    packages = join(await mkdtemp(join(tmpdir(), "neighbours-")), "node_modules");
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(packages, path)), { recursive: true });
      await writeFile(join(packages, path), content);
    }
  });

  afterAll(() => rm(dirname(packages), { recursive: true }));

  const load = (path: string) =>
    asPonder(`const load = () => import(${url(packages, path)});
      console.log(JSON.stringify(await load().then((loaded) => loaded.said ?? loaded.default, ({ code }) => code)));`);

  test("when its modules ask for each other, then each is what it is", async () => {
    expect(await load("new/good.js")).toEqual(["new", "old"]);
    expect(await load("old/good.js")).toEqual(["old", "new"]);
  });

  test("when one asks for a module that is not there, then it is not found", async () => {
    expect(await load("new/bad.js")).toBe("ERR_MODULE_NOT_FOUND");
  });
});
