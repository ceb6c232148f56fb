import { deployToStay } from "./chain/deploy.ts";
import { recordDeployment } from "./chain/deployments.ts";
import { LOCAL_CHAIN } from "./chain/local.ts";
import { readEnv } from "./env.ts";
import { Failure, reportFailure } from "./failure.ts";

/** `npm run deploy`: puts the contracts on the chain behind RPC_URL, signed by DEPLOYER_KEY, and notes where. */
async function deploy(): Promise<void> {
  const { RPC_URL, DEPLOYER_KEY } = readEnv();
  if (!RPC_URL || !DEPLOYER_KEY)
    throw new Failure("Set RPC_URL and DEPLOYER_KEY first: the node, and the key that pays and signs.");
  const { chainId, deployment } = await deployToStay(RPC_URL);
  if (chainId !== LOCAL_CHAIN.id) await recordDeployment(chainId, deployment);
  console.log(deployment);
  console.log(`Deployed on chain ${chainId}. Run npm run generate next, and commit what both wrote.`);
}

try {
  await deploy();
} catch (error) {
  reportFailure("deploy", error);
}
