import type { Unit } from "#domain/units.ts";
import type { Handle } from "./members.ts";
import { on, type Moment } from "./moment.ts";

/** Some tokens: whose time, counted how, good until when, how many. */
export interface Tokens {
  of: Handle;
  unit: Unit;
  amount: number;
  /** The first moment in which they no longer hold; never, where it is not said. */
  until?: Moment;
}

/** Two ends most members choose for their promises. */
export const SPRING: Moment = on(130);
export const SUMMER: Moment = on(220);

const counted =
  (unit: Unit) =>
  (of: Handle, amount: number, until?: Moment): Tokens => ({
    of,
    unit,
    amount,
    ...(until !== undefined && { until }),
  });

/** `amount` minutes promised by `of`. */
export const minutes = counted("minute");

/** `amount` hours promised by `of`. */
export const hours = counted("hour");

/** `amount` days of 24 hours promised by `of`. */
export const days = counted("day");
