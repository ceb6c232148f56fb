/** Blocks asked for at first, at most, and how many logs an answer should have. */
const FIRST = 200;
const LONGEST = 100_000;
const MANY_LOGS = 2_000;
const FEW_LOGS = 500;

/** How much of a range is dared more each time where one that long was refused: a refusal costs more than it brings. */
const DARED = 16;

/** For how many blocks' logs a node is asked at once. */
export type BlockRange = {
  /** @returns the last block of a range that begins at `from` and ends with `last` at the latest */
  upTo(from: number, last: number): number;
  /** The node refused the logs of so many blocks: half of them is asked for, and slowly more. */
  refused(blocks: number): void;
  /** A range had so many logs: the next is shorter or longer accordingly. */
  brought(logs: number): void;
};

export function createBlockRange(): BlockRange {
  let length = FIRST;
  let longest = LONGEST;
  return {
    upTo: (from, last) => Math.min(from + length - 1, last),
    refused(blocks) {
      length = longest = Math.ceil(blocks / 2);
    },
    brought(logs) {
      if (logs > MANY_LOGS) length = Math.ceil(length / 2);
      else if (logs < FEW_LOGS) length = Math.min(length * 2, longest);
      longest = Math.min(longest + Math.ceil(longest / DARED), LONGEST);
    },
  };
}
