/** Which folders of test/contracts notice first when a file of contracts/ breaks; most mutants end there. */
const NEAREST: Record<string, readonly string[]> = {
  "ArbiterPanel.sol": ["panel"],
  "ArbiterRegistry.sol": ["registry"],
  "OfferBook.sol": ["offers"],
  "RatingBook.sol": ["ratings"],
  "TimeEscrow.sol": ["escrow"],
  "TimeSwap.sol": ["swap"],
  "TimeToken.sol": ["token"],
  "TokenDescriptor.sol": ["descriptor"],
  "base/Payouts.sol": ["escrow"],
  "base/UnorderedNonces.sol": ["offers", "swap", "token"],
  "libraries/Ballot.sol": ["panel"],
  "libraries/CalendarDate.sol": ["libraries"],
  "libraries/CreditLine.sol": ["libraries", "token"],
  "libraries/Median.sol": ["libraries", "panel"],
  "libraries/OfferLib.sol": ["offers"],
  "libraries/OrderLib.sol": ["swap"],
  "libraries/Signatures.sol": ["standards"],
  "libraries/Split.sol": ["escrow", "panel"],
  "libraries/Stages.sol": ["escrow"],
  "libraries/TermsLib.sol": ["escrow"],
  "libraries/TokenId.sol": ["libraries", "token"],
};

/**
 * @param file below contracts/
 * @returns folders below test/contracts/; none where nothing is nearer than the rest
 */
export function nearestTests(file: string): readonly string[] {
  return NEAREST[file] ?? [];
}
