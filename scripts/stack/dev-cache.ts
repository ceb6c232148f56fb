import { access, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../root.ts";

/** What `next dev` compiled, kept on disk from start to start. */
const COMPILED = join(ROOT, "web/.next/dev");
const ENDED_WELL = join(COMPILED, "ended-well");

/** Lets the next development server compile anew, unless the last one ended well: half-written, its cache breaks pages. */
export async function prepareDevCache(): Promise<void> {
  const endedWell = await access(ENDED_WELL).then(
    () => true,
    () => false,
  );
  await (endedWell ? rm(ENDED_WELL) : forgetDevCache());
}

/** Lets the next development server compile everything anew. */
export async function forgetDevCache(): Promise<void> {
  await rm(COMPILED, { recursive: true, force: true });
}

/** To be called once a development server that showed its first page has ended as it was asked to. */
export async function trustDevCache(): Promise<void> {
  await writeFile(ENDED_WELL, "");
}
