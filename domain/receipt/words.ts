import { zeroHash, type Hex } from "viem";
import { commitWords } from "#domain/commitment.ts";
import type { Claims } from "./claims.ts";
import type { ReceiptWords } from "./format.ts";
import { ReceiptProblem } from "./problem.ts";

/** A commitment of a deal, and what its words are. */
export type Commitment = Pick<ReceiptWords, "of" | "hash">;

/** @returns every commitment of a deal, in the order in which a receipt has their words */
export function commitmentsOf({ terms, events }: Claims): Commitment[] {
  const all = events.flatMap(({ name, args }): Commitment[] => {
    if (name === "Evidence") return [{ of: "evidence", hash: args["contentHash"] as Hex }];
    if (name === "Ruled") return [{ of: "reasons", hash: args["reasons"] as Hex }];
    if (name === "Rated") return [{ of: "comment", hash: args["comment"] as Hex }];
    return name === "Replied" ? [{ of: "reply", hash: args["reply"] as Hex }] : [];
  });
  return [{ of: "brief" as const, hash: terms.brief as Hex }, ...all].filter(({ hash }) => hash !== zeroHash);
}

/**
 * Checks that words are those somebody committed to in the deal. Any may be missing: who hands a receipt on decides what
 * else may be read.
 * @throws ReceiptProblem `words`
 */
export function checkWords(claims: Claims, revealed: readonly ReceiptWords[]): void {
  const commitments = commitmentsOf(claims);
  let next = 0;
  for (const { of, hash, words, salt } of revealed) {
    const place = commitments.findIndex((each, index) => index >= next && each.of === of && each.hash === hash);
    if (place < 0)
      throw new ReceiptProblem("words", `The deal has no commitment ${hash} of its ${of} at this place of the words.`);
    if (commitWords(words, salt) !== hash)
      throw new ReceiptProblem("words", `The ${of} shown are not the words that ${hash} commits to.`);
    next = place + 1;
  }
}
