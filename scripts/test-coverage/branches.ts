import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import { bin, ROOT } from "../root.ts";

/**
 * Without the optimizer a push of eight ids needs more gas than its cap; whoever counts branches compiles without.
 */
const NEEDS_THE_OPTIMIZER = "test_WhenUpToEightIdsArePaid_NoClaimIsLeft";

/** Forge's settings: by environment, since a file of its own would have to stand at the root. */
const SETTINGS = {
  FOUNDRY_SRC: "contracts",
  FOUNDRY_TEST: "test/contracts",
  FOUNDRY_LIBS: '["node_modules"]',
  FOUNDRY_OUT: "coverage/forge/out",
  FOUNDRY_CACHE_PATH: "coverage/forge/cache",
  FOUNDRY_EVM_VERSION: "prague",
  FOUNDRY_OFFLINE: "true",
  FOUNDRY_AUTO_DETECT_REMAPPINGS: "false",
  FOUNDRY_FS_PERMISSIONS: '[{ access = "read", path = "./" }]',
  FOUNDRY_FUZZ_RUNS: "64",
  FOUNDRY_INVARIANT_RUNS: "6",
  FOUNDRY_INVARIANT_DEPTH: "100",
  FOUNDRY_INVARIANT_FAIL_ON_REVERT: "true",
};

/** What forge counts, which Hardhat does not. @returns a percent @throws Failure where a test fails */
export async function coverBranches(): Promise<number> {
  await mkdir(join(ROOT, "coverage"), { recursive: true });
  const { stdout } = await promisify(execFile)(
    bin("forge"),
    [
      "coverage",
      "--ir-minimum",
      ...["--root", ROOT],
      ...["--use", join(import.meta.dirname, "solc.ts")],
      ...["--no-match-coverage", "(test|reference|node_modules)/"],
      ...["--no-match-test", NEEDS_THE_OPTIMIZER],
      ...["--report", "summary", "--report", "lcov", "--report-file", "coverage/forge.info"],
    ],
    { cwd: ROOT, env: childEnv(SETTINGS), maxBuffer: 2 ** 28 },
  ).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Failure(`The tests fail while branches are counted.\n${stdout.slice(-4_000)}${stderr.slice(-4_000)}`);
  });
  console.log(stdout.slice(stdout.indexOf("╭")).trim());
  const total = /\| Total\s*\|[^|]*\|[^|]*\|\s*([\d.]+)%/.exec(stdout);
  if (!total) throw new Failure("Forge printed no total.");
  return Number(total[1]);
}
