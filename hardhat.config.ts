import { defineConfig } from "hardhat/config";
import toolboxViem from "@nomicfoundation/hardhat-toolbox-viem";
import { join } from "node:path";

const compiler = {
  version: "0.8.37",
  path: join(import.meta.dirname, "node_modules/solc/soljson.js"),
  settings: { viaIR: true, optimizer: { enabled: true, runs: 1000 }, evmVersion: "prague" },
};

export default defineConfig({
  plugins: [toolboxViem],
  solidity: { profiles: { default: compiler, production: compiler } },
  paths: { ignition: "contracts/ignition", tests: { solidity: "test/contracts" } },
  networks: {
    node: { type: "edr-simulated", chainId: 31337, mining: { auto: true, interval: 2000 } },
  },
});
