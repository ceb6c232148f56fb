import type { Address } from "viem";

/** What each of a ring is told of it: from whom they would get. @param event the same for the same ring */
export function tellEach(event: string, seats: readonly { member: Address }[]) {
  return seats.flatMap(({ member: recipient }, index) => {
    const before = seats.at(index - 1)?.member;
    return before ? [{ recipient, event, payload: { before, size: seats.length } }] : [];
  });
}
