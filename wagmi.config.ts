import { defineConfig } from "@wagmi/cli";
import { hardhat } from "@wagmi/cli/plugins";

/** Writes the typed ABIs that domain, indexer, web and scripts read. Run by `npm run generate`. */
export default defineConfig({
  out: "domain/generated/abi.ts",
  plugins: [
    hardhat({
      project: ".",
      commands: { build: false, rebuild: false },
      include: ["contracts/*.sol/*.json"],
    }),
  ],
});
