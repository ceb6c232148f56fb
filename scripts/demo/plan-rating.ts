import { encodeFunctionData, type Address, type Hex } from "viem";
import { ratingBookAbi } from "#domain/generated/abi.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { ratingTypedData } from "#domain/typed-data.ts";
import { accountOf, addressOf } from "./accounts.ts";
import type { DealCourse, StepInCourse } from "./deal-course.ts";
import type { DealStep, DemoExchange, Side } from "./exchange.ts";
import type { Handle } from "./members.ts";
import { wordsOf } from "./spoken-words.ts";
import type { Stage } from "./transaction.ts";

type Call = { from: Handle; data: Hex };
type SignedRating = { rater: Address; stars: number; comment: Hex; signature: Hex };

/** @returns the call that publishes one side's rating, or both sides' at once: the second side signs, the first sends. */
export async function planRating(
  { exchange, words }: DealCourse,
  step: Extract<DealStep, { do: "rate" }>,
  { terms, index }: StepInCourse,
  stage: Stage,
): Promise<Call> {
  const { chainId, contracts } = stage;
  const id = dealId(terms, { chainId, escrow: contracts.escrow });
  const sides = (["buyer", "seller"] as const).filter((side) => step[side]);
  const sender = exchange[sides[0] ?? "buyer"];
  const signed = await Promise.all(
    sides.map(async (side): Promise<SignedRating> => {
      const author = exchange[side];
      const rating = {
        rater: addressOf(author),
        stars: step[side]?.stars ?? 0,
        comment: wordsOf(words, index, author).hash,
      };
      const typed = ratingTypedData({ dealId: id, ...rating }, { chainId, ratingBook: contracts.ratingBook });
      return { ...rating, signature: author === sender ? "0x" : await accountOf(author).signTypedData(typed) };
    }),
  );
  const args = [terms, signed] as const;
  return { from: sender, data: encodeFunctionData({ abi: ratingBookAbi, functionName: "rate", args }) };
}

/** @returns the call by which the rated side answers the other's rating. */
export function planReply(exchange: DemoExchange, { by }: { by: Side }, terms: Terms, reply: Hex): Call {
  const rater = addressOf(exchange[by === "buyer" ? "seller" : "buyer"]);
  const args = [terms, rater, reply] as const;
  return { from: exchange[by], data: encodeFunctionData({ abi: ratingBookAbi, functionName: "reply", args }) };
}
