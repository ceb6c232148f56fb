import { defineConfig } from "hardhat/config";
import toolboxViem from "@nomicfoundation/hardhat-toolbox-viem";
import { join } from "node:path";
import { localPrivateKeys } from "./scripts/chain/accounts.ts";
import { LOCAL_CHAIN } from "./scripts/chain/local.ts";
import { readEnv } from "./scripts/env.ts";

const { CHAIN_STARTS_AT, DEPLOYER_KEY, RPC_URL } = readEnv();

const compiler = {
  version: "0.8.37",
  path: join(import.meta.dirname, "node_modules/solc/soljson.js"),
  settings: { viaIR: true, optimizer: { enabled: true, runs: 1000 }, evmVersion: "prague" },
};

export default defineConfig({
  plugins: [toolboxViem],
  solidity: { profiles: { default: compiler, production: compiler } },
  paths: { ignition: "contracts/ignition", tests: { solidity: "test/contracts" } },
  test: {
    solidity: {
      profiles: {
        default: { fuzz: { runs: 256 }, invariant: { runs: 32, depth: 50, failOnRevert: true } },
        long: { fuzz: { runs: 10_000 }, invariant: { runs: 1_000, depth: 100, failOnRevert: true } },
      },
    },
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
    remote: {
      type: "http",
      url: RPC_URL ?? LOCAL_CHAIN.rpcUrl,
      ...(DEPLOYER_KEY && { accounts: [DEPLOYER_KEY] }),
    },
  },
});
