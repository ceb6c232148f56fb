import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * The whole system, in an order that fixes every address by the deployer's nonces: the forwarder, the descriptor, the
 * escrow (whose constructor deploys the token) and the rating book.
 */
export default buildModule("TimeToken", (m) => {
  const forwarder = m.contract("Forwarder");
  const descriptor = m.contract("TokenDescriptor", [], { after: [forwarder] });
  const escrow = m.contract("TimeEscrow", [forwarder, descriptor]);
  const token = m.contractAt("TimeToken", m.staticCall(escrow, "token"));
  const ratingBook = m.contract("RatingBook", [escrow, forwarder]);
  return { forwarder, descriptor, escrow, token, ratingBook };
});
