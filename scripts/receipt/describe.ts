import type { Claims, ClaimedShare } from "#domain/receipt/claims.ts";
import type { VerifiedReceipt } from "#domain/receipt/verify.ts";

const ENDINGS: Record<Claims["outcome"], string> = {
  completed: "completed: the seller was paid",
  refunded: "refunded: the buyer got it back",
  settled: "settled: both agreed on a split",
  ruled: "ruled: an arbiter's ruling or a concession was paid",
  split: "split, as every arbiter stayed silent",
  amended: "amended: it goes on under new terms",
};

/**
 * Tells a person what a receipt proves and on which blocks it rests.
 * @param compared numbers of the blocks whose hashes were compared
 */
export function describeReceipt(verified: VerifiedReceipt, compared: ReadonlySet<number>): string[] {
  const { receipt, blocks, contractsKnown } = verified;
  const { claims, chainId, escrow, ratingBook, dealId } = receipt;
  const unknown = contractsKnown ? "" : " (not known here: make sure that it is TimeToken's)";
  const others = blocks.filter(({ number }) => !compared.has(number));
  return [
    `Deal ${dealId}`,
    `on chain ${chainId}, escrow ${escrow}${unknown}`,
    ...(ratingBook ? [`with the ratings of book ${ratingBook}${unknown}`] : []),
    `  buyer   ${claims.terms.buyer}`,
    `  seller  ${claims.terms.seller}`,
    `  ${ENDINGS[claims.outcome]}${claims.bySilence ? ", by silence" : ""}, ${instant(claims.closedAt)}`,
    ...(claims.amendedTo ? [`  as deal ${claims.amendedTo}`] : []),
    ...claims.shares.map(describeShare),
    ...claims.signatures.map(({ of, signer }) => `  signature of the ${of} by ${signer ?? "an account's own code"}`),
    ...claims.ratings.map(({ rater, stars }) => `  ${stars} of 5 stars from ${rater}`),
    ...claims.events.map(({ time, name, transaction }) => `  ${instant(time)}  ${name.padEnd(15)} ${transaction}`),
    "",
    "It proves this, if the chain has these blocks:",
    ...blocks.map(
      ({ number, hash }) => `  block ${number}  ${hash}  ${compared.has(number) ? "compared" : "not compared"}`,
    ),
    others.length === 0
      ? "The receipt is genuine: every block was compared."
      : `The receipt holds in itself. Compare ${others.length === 1 ? "the hash" : "each hash"} not compared with a node you trust ` +
        "(eth_getBlockByNumber), or pass it with --block-hash.",
  ];
}

function describeShare({ tokenId, minutes, ...shares }: ClaimedShare): string {
  const parts = [
    [shares.sellerMinutes, "to the seller"],
    [shares.buyerMinutes, "back to the buyer"],
    [shares.feeMinutes, "to the arbiter"],
    [shares.lapsedMinutes, "lapsed"],
  ] as const;
  const told = parts.filter(([part]) => part > 0).map(([part, where]) => `${part} min ${where}`);
  return `  token ${tokenId}: of ${minutes} min ${told.join(", ")}`;
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}
