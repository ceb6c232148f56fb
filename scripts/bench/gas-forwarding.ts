import type { Address, Hex } from "viem";

/** A call for OpenZeppelin's ERC2771Forwarder to make in `from`'s name. */
type ForwardRequest = {
  from: Address;
  to: Address;
  value: bigint;
  gas: bigint;
  nonce: bigint;
  deadline: number;
  data: Hex;
};

const FORWARD_REQUEST_TYPES = {
  ForwardRequest: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "gas", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint48" },
    { name: "data", type: "bytes" },
  ],
} as const;

/** Whoever wants a call made signs this. */
export function forwardRequestTypedData(request: ForwardRequest, at: { chainId: number; forwarder: Address }) {
  return {
    domain: { name: "TimeToken Forwarder", version: "1", chainId: at.chainId, verifyingContract: at.forwarder },
    types: FORWARD_REQUEST_TYPES,
    primaryType: "ForwardRequest" as const,
    message: request,
  };
}
