import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

/** Compiles the contracts where what was compiled last is not what their sources say. */
export async function buildContracts(hre: HardhatRuntimeEnvironment): Promise<void> {
  await hre.tasks.getTask("build").run({ noTests: true, quiet: true });
}
