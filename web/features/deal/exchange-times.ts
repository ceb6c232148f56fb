import { z } from "zod";

const HOUR = 3_600;

/** The last second of the year 9999: later ones are no dates people write, and some programs cannot. */
const LAST_SECOND = 253_402_300_799;

/** A moment in unix seconds. @param sentence the key of what is said where it is none */
export function momentField(sentence: string) {
  return z.number(sentence).int(sentence).positive(sentence).max(LAST_SECOND, sentence);
}

/** From when until when time is given. */
export const exchangeTimes = { deliverFrom: momentField("deliverFrom"), deliverBy: momentField("deliverBy") };

/** What holds of the two together. */
export const lastsAnHour = ({ deliverFrom, deliverBy }: { deliverFrom: number; deliverBy: number }) =>
  deliverBy >= deliverFrom + HOUR;

/** Where and how it is said that it does not. */
export const TOO_SHORT = { message: "deliverByShort", path: ["deliverBy"] };
