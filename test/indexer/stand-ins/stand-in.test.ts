import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { standIn } from "#indexer/stand-ins/stand-in.ts";
import { ROOT } from "#scripts/root.ts";
import { asPonder, ponders } from "#test/indexer/as-ponder.ts";

describe("given another Ponder than the stand-ins were written for", () => {
  test("when Node loads them, then it says so, with what to do, and Ponder does not start", () => {
    expect(() => standIn("0.18.0")).toThrow(
      /stand in for parts of Ponder 0\.17\.7, and Ponder 0\.18\.0 is installed: compare the two/,
    );
  });
});

describe("given Ponder as it is started", () => {
  test("when all of it is loaded, then what stands behind the stand-ins is not", async () => {
    const lines = `import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
      await import(${JSON.stringify(ponders("bin/commands/start.js"))});
      await import("ponder");
      console.log(JSON.stringify(loaded.map((url) => /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1] ?? url)));`;
    const loaded = (await asPonder(lines)) as string[];
    expect(loaded).toContain("ponder");
    const spared = [
      "vite",
      "vite-node",
      "vite-tsconfig-paths",
      "kysely",
      "graphql",
      "graphql-yoga",
      "pg-query-emscripten",
    ];
    expect(spared.filter((name) => loaded.includes(name) && name !== "pg-query-emscripten")).toEqual([]);
    for (const ours of ["fill/fill.ts", "stand-ins/indexing.ts", "stand-ins/own-chain.ts"])
      expect(loaded).toContain(pathToFileURL(join(ROOT, "indexer", ours)).href);
  });

  test("when the chain drops blocks, then the tables of a copy that it does not keep are not asked for", async () => {
    const lines = `const { handleRealtimeSyncEvent } = await import(${JSON.stringify(ponders("runtime/realtime.js"))});
      const block = { number: "0x7", timestamp: "0x1" };
      const metrics = new Proxy({}, { get: () => ({ set: () => undefined }) });
      await handleRealtimeSyncEvent(
        { type: "reorg", block, reorgedBlocks: [{ ...block, number: "0x8" }] },
        { common: { metrics, logger: { child: () => undefined } }, chain: { id: 1, name: "main" }, syncProgress: {},
          unfinalizedBlocks: [], database: { syncQB: { wrap: () => { throw new Error("asked for a table"); } } } },
      );
      console.log(JSON.stringify("followed"));`;
    expect(await asPonder(lines)).toBe("followed");
  });

  test("when it builds the chain of the config, then it knows how many of its blocks are not final yet", async () => {
    const lines = `const { buildConfig } = await import(${JSON.stringify(ponders("build/config.js"))});
      const chain = { id: Number(process.env.CHAIN_ID), rpc: "http://127.0.0.1:8545" };
      const common = { options: {}, logger: { child: () => undefined }, shutdown: { add: () => undefined } };
      console.log(JSON.stringify(buildConfig({ common, config: { chains: { chain } } }).chains[0].finalityBlockCount));`;
    expect(await asPonder(lines, { CHAIN_ID: "31337" })).toBe(30);
    const names = ["TOKEN", "ESCROW", "OFFER_BOOK", "RATING_BOOK", "ARBITER_REGISTRY", "SWAP", "FORWARDER"];
    const addresses = Object.fromEntries(names.map((name) => [`${name}_ADDRESS`, zeroAddress]));
    expect(await asPonder(lines, { CHAIN_ID: "11155111", ...addresses })).toBe(65);
  });

  test("when somebody else asks for the same modules, then they get the real ones", async () => {
    const lines = `const { Kysely } = await import("kysely");
      const { default: create } = await import("pg-query-emscripten");
      console.log(JSON.stringify([Kysely.name, create.toString().includes("learn")]));`;
    expect(await asPonder(lines)).toEqual(["Kysely", false]);
  });

  test("when handlers name the schema and what gathers them, then those are files of the index", async () => {
    const lines = `const { ponder } = await import("ponder:registry");
      ponder.on("TimeToken:Burned", () => undefined);
      const schema = await import("ponder:schema");
      const own = await import(${JSON.stringify(join(ROOT, "indexer/ponder.schema.ts"))});
      console.log(JSON.stringify([ponder.fns.map(({ name }) => name), schema.deal === own.deal]));`;
    expect(await asPonder(lines)).toEqual([["TimeToken:Burned"], true]);
  });
});
