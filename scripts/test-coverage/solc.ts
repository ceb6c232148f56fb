#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The compiler that npm brings, as the command that forge expects. */
const solc = createRequire(import.meta.url)("solc") as { version(): string; compile(input: string): string };

if (process.argv.includes("--version")) {
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}`);
} else {
  process.stdout.write(solc.compile(readFileSync(0, "utf8")));
}
