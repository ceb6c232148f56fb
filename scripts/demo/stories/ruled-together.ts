import type { DemoExchange } from "../exchange.ts";
import { on } from "../moment.ts";
import { minutes } from "../tokens.ts";

/** A standing offer taken at once, and a dispute that the arbiters' panel ruled. */
export const RULED_TOGETHER: readonly DemoExchange[] = [
  {
    key: "a-slot-of-spanish",
    listing: "spanish-over-coffee",
    buyer: "omar",
    seller: "ines",
    arbiters: ["nadia"],
    pays: [minutes("omar", 45)],
    brief: "Three quarters of an hour over coffee: ordering, small talk, the weather.",
    opens: { at: on(-45, "18:00"), how: "offered" },
    slot: [on(-44, "15:00"), on(-44, "19:00")],
    steps: [
      { at: on(-44, "16:30"), do: "deliver" },
      { at: on(-44, "20:00"), do: "confirm" },
    ],
    ends: "completed",
  },
  {
    key: "a-door-that-sticks-again",
    listing: "sticking-doors",
    buyer: "hannah",
    seller: "piotr",
    arbiters: ["nadia"],
    panel: true,
    pays: [minutes("hannah", 120)],
    brief: "Two doors that stick: planed, rehung, and painted where the wood shows.",
    opens: { at: on(-41, "09:00"), how: "signed" },
    slot: [on(-40, "08:00"), on(-39, "18:00")],
    steps: [
      { at: on(-39, "15:00"), do: "deliver" },
      { at: on(-38, "08:00"), do: "dispute", words: "The kitchen door sticks again since the rain came back." },
      {
        at: on(-38, "12:00"),
        do: "evidence",
        by: "seller",
        words: "It closed on the day. The frame moves with the weather, and I said that it would.",
      },
      {
        at: on(-37, "09:00"),
        do: "vote",
        by: "anton",
        sellerMinutes: [90],
        words: "One door of two is as agreed, and the frame is not his. Three quarters.",
      },
      {
        at: on(-36, "19:00"),
        do: "vote",
        by: "greta",
        sellerMinutes: [80],
        words: "He warned of the frame, but a hinge could have been shimmed. Two thirds.",
      },
      { at: on(-36, "20:00"), do: "execute", by: "greta" },
    ],
    ends: "ruled and paid",
  },
];
