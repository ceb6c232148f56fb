import { execFile } from "node:child_process";
import { chown, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "../failure.ts";
import { preparePostgresHome } from "../postgres/home.ts";

const run = promisify(execFile);

/** A disk of one's own that can be filled to its last byte without harm to anybody. */
export type SmallDisk = {
  folder: string;
  /** Leaves no byte free. */
  fill(): Promise<void>;
  /** Gives back what `fill` took. */
  clear(): Promise<void>;
  remove(): Promise<void>;
};

const PIECE = Buffer.alloc(64 * 1_024);

/** @throws Failure where this user may not mount anything */
export async function mountSmallDisk(name: string, megabytes: number): Promise<SmallDisk> {
  const { folder: home, owner } = await preparePostgresHome();
  const mount = join(home, `${name}-disk`);
  const folder = join(mount, "data");
  const filler = join(mount, "filler");
  await mkdir(mount, { recursive: true });
  await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", mount]).catch((cause: unknown) => {
    throw new Failure("A small disk cannot be mounted: run this as root on Linux.", { cause });
  });
  await mkdir(folder, { mode: 0o700 });
  if (owner) for (const path of [mount, folder]) await chown(path, owner.uid, owner.gid);
  return {
    folder,
    async fill() {
      const file = await open(filler, "w");
      try {
        for (;;) await file.write(PIECE);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    async remove() {
      await run("umount", ["-l", mount]);
      await rm(mount, { recursive: true, force: true });
    },
  };
}
