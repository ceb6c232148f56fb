import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * One community's panel beside a system that stands. Its parameters: where the escrow, the registry and the forwarder
 * are, who sits on the panel, and how many votes decide.
 */
export default buildModule("ArbiterPanel", (m) => {
  const panel = m.contract("ArbiterPanel", [
    m.getParameter<string>("escrow"),
    m.getParameter<string>("registry"),
    m.getParameter<string>("forwarder"),
    m.getParameter<string[]>("members"),
    m.getParameter<number>("threshold"),
  ]);
  return { panel };
});
