/** How a fact in our index stands to the same fact at the node. */
export type Verdict =
  | "equal"
  /** The index has not come to the block the node speaks of. */
  | "pending"
  | "different"
  /** The node does not answer. */
  | "unanswered";

/** A fact as one side has it; null where that side knows nothing of it. */
export type Side = string | number | bigint | boolean | null;

/** One fact, twice. */
export type TwoSides = {
  index: Side;
  /** Undefined where the node does not answer. */
  node: Side | undefined;
};

/**
 * Compares what both say.
 * @param behind whether the node speaks of a block that the index has still to read
 */
export function verdictOf({ index, node }: TwoSides, behind: boolean): Verdict {
  if (node === undefined) return "unanswered";
  if (asText(index) === asText(node)) return "equal";
  return behind ? "pending" : "different";
}

/** Numbers are equal whatever they are counted in; hashes and addresses whatever their case. */
function asText(side: Side): string {
  return String(side).toLowerCase();
}
