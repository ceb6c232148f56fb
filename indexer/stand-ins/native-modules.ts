/*
 * What Ponder's build asks of Vite, vite-node and a plugin for them, answered by Node, which reads TypeScript and knows the
 * imports of this repository. Only what `ponder start` asks for is here.
 */

/** As of `vite-node/client`: runs files of the index. */
export class ViteNodeRunner {
  executeFile(file: string): Promise<unknown> {
    return import(file);
  }

  executeId(id: string): Promise<unknown> {
    return import(id);
  }
}

/** As of `vite`: there is nothing to bring up, and nothing to end. */
export function createServer(): object {
  return { pluginContainer: { buildStart: nothing }, close: nothing, config: {} };
}

/** As of `vite-node/server`. */
export class ViteNodeServer {}

/** As of `vite-node/source-map`. */
export const installSourcemapsSupport = nothing;

/** As of `vite-node/utils`. */
export { nothing as normalizeModuleId, nothing as toFilePath };

/** As of `vite-tsconfig-paths`. */
export default nothing;

function nothing(): undefined {
  return undefined;
}
