import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { deployInProcess, type Deployment } from "./chain/deploy.ts";
import { readDeployments } from "./chain/deployments.ts";
import { LOCAL_CHAIN } from "./chain/local.ts";
import { Failure, reportFailure } from "./failure.ts";
import { bin, ROOT } from "./root.ts";

const run = promisify(execFile);

const ABI = "domain/generated/abi.ts";
const DEPLOYMENTS = "domain/generated/deployments.ts";

/** Builds the contracts and writes what the TypeScript side reads of them. The same sources give the same bytes. */
async function generate(): Promise<void> {
  const local = await deployInProcess();
  await run(bin("wagmi"), ["generate"], { cwd: ROOT });
  await writeFile(
    join(ROOT, DEPLOYMENTS),
    deploymentsSource({ ...(await readDeployments()), [LOCAL_CHAIN.id]: local }),
  );
}

function deploymentsSource(deployments: Record<number, Deployment>): string {
  const chains = Object.entries(deployments).map(([chainId, deployment]) => {
    const fields = Object.entries<string | number>({ ...deployment }).map(
      ([name, value]) => `    ${name}: ${literal(value)},\n`,
    );
    return `  ${chainId}: {\n${fields.join("")}  },\n`;
  });
  return [
    "/** Where the contracts stand, by chain id; 31337 is any local chain after the launcher deployed on it. */\n",
    `export const deployments = {\n${chains.join("")}} as const;\n`,
  ].join("");
}

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : `"${value.toLowerCase()}"`;
}

/** @throws Failure naming the files that differ from what their sources give; they are left as they were found */
async function check(): Promise<void> {
  const files = [ABI, DEPLOYMENTS];
  const read = () => Promise.all(files.map((file) => readFile(join(ROOT, file), "utf8").catch(() => "")));
  const before = await read();
  await generate();
  const after = await read();
  const stale = files.filter((_, index) => before[index] !== after[index]);
  await Promise.all(files.map((file, index) => writeFile(join(ROOT, file), before[index] ?? "")));
  if (stale.length > 0) throw new Failure(`${stale.join(" and ")} do not match the contracts: run npm run generate.`);
}

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
try {
  await (values.check ? check() : generate());
} catch (error) {
  reportFailure("generate", error);
}
