import { parseArgs } from "node:util";
import { deployToStay } from "./chain/deploy.ts";
import { recordDeployment } from "./chain/deployments.ts";
import { LOCAL_CHAIN } from "./chain/local.ts";
import { reportFailure } from "./failure.ts";

/** `npm run deploy -- --network NAME`: puts the contracts on a chain, proves their code and notes where they stand. */
async function deploy(): Promise<void> {
  const { values } = parseArgs({ options: { network: { type: "string", default: "" } } });
  const { chainId, deployment } = await deployToStay(values.network);
  console.log(deployment);
  console.log("Every contract's code is what these sources give, byte for byte.");
  if (chainId === LOCAL_CHAIN.id) return;
  await recordDeployment(chainId, deployment);
  console.log(`Deployed on chain ${chainId}. Run npm run generate next, and commit what both wrote.`);
}

try {
  await deploy();
} catch (error) {
  reportFailure("deploy", error);
}
