import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../root.ts";
import type { Deployment } from "./deploy.ts";

/** One file a chain, named by its id: what `npm run deploy` did, and the generated addresses come from. */
const FOLDER = join(ROOT, "contracts/ignition/deployed");

/** @returns every recorded deployment by chain id, in the order of the ids */
export async function readDeployments(): Promise<Record<number, Deployment>> {
  const files = await readdir(FOLDER).catch(() => []);
  const records = await Promise.all(
    files.map(async (file) => [
      Number.parseInt(file, 10),
      JSON.parse(await readFile(join(FOLDER, file), "utf8")) as Deployment,
    ]),
  );
  return Object.fromEntries(records) as Record<number, Deployment>;
}

/** Records a deployment, unless the chain has one with the same addresses: its first block is the true one. */
export async function recordDeployment(chainId: number, deployment: Deployment): Promise<void> {
  const known = (await readDeployments())[chainId];
  if (known?.escrow === deployment.escrow) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${chainId}.json`), `${JSON.stringify(deployment, null, 2)}\n`);
}
