import { join } from "node:path";

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, "..");

/** The path of a command that an installed package brings: started straight, since `npx` leaves its child behind. */
export function bin(name: string): string {
  return join(ROOT, "node_modules/.bin", name);
}
