import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";

const RELATIVE = /^\.\.?\/.*\.m?js$/;
const IN_PACKAGE = "/node_modules/";

const known = new Map<string, boolean>();

/*
 * Says at once where a module is that another one of its package names by a relative path. Node would read the whole package.json
 * anew for each of them: for the modules behind Ponder and drizzle-orm that takes as long as to load them. To be imported first, by
 * `--import`, or before what takes long is imported.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    if (!parentURL?.includes(IN_PACKAGE) || !RELATIVE.test(specifier)) return next(specifier, context);
    const found = new URL(specifier, parentURL);
    const isModule = found.pathname.endsWith(".mjs") || isOfModules(new URL(".", found).href);
    if (!isModule || !existsSync(found)) return next(specifier, context);
    return { url: found.href, format: "module", shortCircuit: true };
  },
});

/** @returns whether files of a folder are modules, as the package.json nearest above says */
function isOfModules(folder: string): boolean {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const about = new URL("package.json", folder);
  const found = existsSync(about)
    ? (JSON.parse(readFileSync(about, "utf8")) as { type?: string }).type === "module"
    : !folder.endsWith(IN_PACKAGE) && isOfModules(new URL("..", folder).href);
  known.set(folder, found);
  return found;
}
