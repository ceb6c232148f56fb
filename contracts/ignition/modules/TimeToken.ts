import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * The whole system. One transaction waits for the one before, so that the nonces, and with them the addresses of a
 * local chain, are the same every time. The escrow's constructor deploys the token and the offer book.
 */
export default buildModule("TimeToken", (m) => {
  const forwarder = m.contract("Forwarder");
  const descriptor = m.contract("TokenDescriptor", [], { after: [forwarder] });
  const escrow = m.contract("TimeEscrow", [forwarder, descriptor]);
  const ratingBook = m.contract("RatingBook", [escrow, forwarder]);
  const arbiterRegistry = m.contract("ArbiterRegistry", [forwarder], { after: [ratingBook] });
  const swap = m.contract("TimeSwap", [m.staticCall(escrow, "token"), forwarder], { after: [arbiterRegistry] });
  return { forwarder, descriptor, escrow, ratingBook, arbiterRegistry, swap };
});
