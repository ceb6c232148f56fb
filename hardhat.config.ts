import { globSync } from "node:fs";
import { join } from "node:path";
import toolboxViem from "@nomicfoundation/hardhat-toolbox-viem";
import { configVariable, defineConfig } from "hardhat/config";
import type { SolidityCompilerConfig } from "hardhat/types/config";
import type { HardhatPlugin } from "hardhat/types/plugins";
import { localPrivateKeys } from "./scripts/chain/accounts.ts";
import { LOCAL_CHAIN } from "./scripts/chain/local.ts";
import { readEnv } from "./scripts/env.ts";

const { CHAIN_PORT, CHAIN_STARTS_AT, DEPLOYER_KEY, RPC_URL } = readEnv();

const compiler = {
  version: "0.8.37",
  path: join(import.meta.dirname, "node_modules/solc/soljson.js"),
  settings: { viaIR: true, optimizer: { enabled: true, runs: 1000 }, evmVersion: "prague" },
};

/**
 * The tests know the contracts by their interfaces and deploy their artifacts, so they are compiled apart and without
 * the optimizer, in a tenth of the time. Hardhat compiles together what shares one configuration object: hence the hook.
 */
const testsCompiledApart: HardhatPlugin = {
  id: "tests-compiled-apart",
  hookHandlers: {
    config: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            async resolveUserConfig(userConfig, resolveVariable, next) {
              const config = await next(userConfig, resolveVariable);
              for (const { compilers, overrides } of Object.values(config.solidity.profiles)) {
                const [usual] = compilers as [SolidityCompilerConfig];
                const { outputSelection, evmVersion } = usual.settings as Record<string, unknown>;
                const plain = { ...usual, settings: { outputSelection, evmVersion, optimizer: { enabled: false } } };
                for (const file of globSync("test/contracts/**/*.sol", { cwd: import.meta.dirname }))
                  overrides[file] = plain;
              }
              return config;
            },
          }),
      }),
  },
};

export default defineConfig({
  plugins: [toolboxViem, testsCompiledApart],
  solidity: { profiles: { default: compiler, production: compiler }, splitTestsCompilation: true },
  paths: { ignition: "contracts/ignition", tests: { solidity: "test/contracts" } },
  test: {
    solidity: {
      profiles: {
        default: { fuzz: { runs: 256 }, invariant: { runs: 24, depth: 150, failOnRevert: true } },
        // For whoever breaks one line after another: what a property needs to fail at all.
        mutants: { fuzz: { runs: 48 }, invariant: { runs: 4, depth: 60, failOnRevert: true } },
        long: { fuzz: { runs: 10_000 }, invariant: { runs: 1_000, depth: 100, failOnRevert: true } },
      },
    },
  },
  // What our gas is compared with is not ours.
  coverage: { skipFiles: ["contracts/reference/**"] },
  verify: {
    etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") },
    blockscout: { enabled: true },
    sourcify: { enabled: true },
  },
  networks: {
    node: {
      type: "edr-simulated",
      chainId: LOCAL_CHAIN.id,
      accounts: localPrivateKeys().map((privateKey) => ({ privateKey, balance: 10_000n * 10n ** 18n })),
      // A block every two seconds keeps the chain's clock beside the wall's.
      mining: { auto: true, interval: 2000 },
      ...(CHAIN_STARTS_AT && { initialDate: CHAIN_STARTS_AT }),
    },
    localhost: { type: "http", url: `http://127.0.0.1:${CHAIN_PORT}` },
    sepolia: {
      type: "http",
      url: configVariable("SEPOLIA_RPC_URL"),
      accounts: [configVariable("SEPOLIA_DEPLOYER_KEY")],
    },
    remote: {
      type: "http",
      url: RPC_URL ?? LOCAL_CHAIN.rpcUrl,
      ...(DEPLOYER_KEY && { accounts: [DEPLOYER_KEY] }),
    },
  },
});
