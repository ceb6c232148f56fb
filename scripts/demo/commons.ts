import type { Handle } from "./members.ts";
import { on, type Moment } from "./moment.ts";
import { minutes, type Tokens } from "./tokens.ts";

/** A signed swap order. */
export interface DemoOrder {
  /** Unique; its nonce is derived from it. */
  key: string;
  maker: Handle;
  give: Tokens;
  want: Tokens;
}

/** One transaction of what members do together, or of who rules, outside any deal. */
export type CommonsStep = { at: Moment } & (
  | { do: "seat panel" }
  | { do: "list"; by: Handle; feeBps: number }
  | { do: "vote listing"; by: Handle; feeBps: number }
  /** Lets the swap move what orders give. */
  | { do: "allow swaps"; by: Handle }
  | { do: "fill"; by: Handle; order: DemoOrder }
  | { do: "settle ring"; by: Handle; orders: readonly DemoOrder[] }
);

/** The arbiters' directory, their panel, two swaps and a ring of three. */
export const COMMONS: readonly CommonsStep[] = [
  { at: on(-57, "10:00"), do: "list", by: "nadia", feeBps: 500 },
  { at: on(-55, "09:30"), do: "list", by: "greta", feeBps: 400 },
  { at: on(-53, "12:00"), do: "list", by: "anton", feeBps: 500 },
  { at: on(-52, "09:00"), do: "seat panel" },
  { at: on(-52, "18:00"), do: "vote listing", by: "anton", feeBps: 500 },
  { at: on(-51, "08:00"), do: "vote listing", by: "nadia", feeBps: 500 },

  { at: on(-50, "10:00"), do: "allow swaps", by: "ines" },
  { at: on(-50, "10:30"), do: "allow swaps", by: "marek" },
  { at: on(-50, "11:00"), do: "allow swaps", by: "hannah" },
  { at: on(-50, "12:00"), do: "allow swaps", by: "omar" },
  {
    at: on(-49, "17:00"),
    do: "fill",
    by: "marek",
    order: { key: "spanish-for-spokes", maker: "ines", give: minutes("ines", 30), want: minutes("marek", 30) },
  },
  {
    at: on(-48, "12:00"),
    do: "fill",
    by: "hannah",
    order: { key: "forms-for-apples", maker: "omar", give: minutes("omar", 30), want: minutes("hannah", 45) },
  },
  {
    at: on(-47, "19:00"),
    do: "settle ring",
    by: "hannah",
    orders: [
      { key: "round-the-table-1", maker: "ines", give: minutes("ines", 20), want: minutes("hannah", 20) },
      { key: "round-the-table-2", maker: "marek", give: minutes("marek", 20), want: minutes("ines", 20) },
      { key: "round-the-table-3", maker: "hannah", give: minutes("hannah", 20), want: minutes("marek", 20) },
    ],
  },
];
