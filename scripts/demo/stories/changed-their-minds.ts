import type { DemoExchange } from "../exchange.ts";
import { on } from "../moment.ts";
import { minutes } from "../tokens.ts";

/** What two people arrange between themselves: another time, or a split of their own. */
export const CHANGED_THEIR_MINDS: readonly DemoExchange[] = [
  {
    key: "a-lesson-moved",
    listing: "piano-without-an-ear",
    buyer: "zsofia",
    seller: "jonas",
    arbiters: ["greta"],
    pays: [minutes("jonas", 60)],
    brief: "A violinist learns to accompany herself; Monday evening in Friedrichshain.",
    opens: { at: on(-23, "10:00"), how: "signed" },
    slot: [on(-20, "17:00"), on(-20, "20:00")],
    steps: [
      {
        at: on(-21, "13:00"),
        do: "amend",
        by: "buyer",
        slot: [on(-17, "17:00"), on(-17, "20:00")],
        words: "A violinist learns to accompany herself; moved to Thursday because of an extra rehearsal.",
      },
      { at: on(-17, "18:10"), do: "deliver" },
      { at: on(-17, "19:00"), do: "confirm" },
      {
        at: on(-16, "10:00"),
        do: "rate",
        buyer: { stars: 5, words: "Moved without a sigh, taught with a smile." },
        seller: { stars: 5, words: "She hears everything. I have started to practise again." },
      },
    ],
    ends: "completed",
  },
  {
    key: "yoga-next-week",
    listing: "slow-yoga",
    buyer: "ines",
    seller: "sofia",
    arbiters: ["nadia", "greta"],
    pays: [minutes("lucia", 60)],
    brief: "An hour of slow yoga on Monday morning.",
    opens: { at: on(-5, "09:00"), how: "signed" },
    slot: [on(1, "07:00"), on(1, "11:00")],
    steps: [
      {
        at: on(-3, "18:00"),
        do: "amend",
        by: "seller",
        slot: [on(6, "07:00"), on(6, "11:00")],
        words: "An hour of slow yoga, moved by some days: Sofia teaches elsewhere on Monday.",
      },
    ],
    ends: "active, ahead of its slot",
  },
  {
    key: "two-shelves-of-three",
    listing: "shelves-for-cookbooks",
    buyer: "ines",
    seller: "piotr",
    arbiters: ["anton", "nadia"],
    pays: [minutes("ines", 120)],
    brief: "Three shelves in the alcove, level, strong enough for cookbooks.",
    opens: { at: on(-27, "10:00"), how: "signed" },
    slot: [on(-25, "09:00"), on(-24, "18:00")],
    steps: [
      { at: on(-24, "15:00"), do: "deliver" },
      {
        at: on(-23, "09:00"),
        do: "dispute",
        words:
          "Two shelves are perfect. The third stands in the hall: the wall would not hold it and we ran out of time.",
      },
      {
        at: on(-23, "12:00"),
        do: "evidence",
        by: "seller",
        words: "True. The plaster behind the third is hollow. I stayed the two hours all the same.",
      },
      { at: on(-22, "18:00"), do: "settle", by: "buyer", sellerMinutes: [90] },
      {
        at: on(-21, "09:30"),
        do: "rate",
        buyer: { stars: 4, words: "We disagreed for an evening and agreed over soup. Beautiful shelves." },
        seller: { stars: 4, words: "Fair in the end. The wall is the true culprit." },
      },
    ],
    ends: "settled",
  },
  {
    key: "half-a-talk",
    listing: "speech-in-an-hour",
    buyer: "tomas",
    seller: "aoife",
    arbiters: ["greta"],
    pays: [minutes("tomas", 60)],
    brief: "A farewell speech for a colleague, in English, five minutes.",
    opens: { at: on(-15, "11:00"), how: "signed" },
    slot: [on(-14, "09:00"), on(-10, "20:00")],
    steps: [{ at: on(-12, "10:00"), do: "settle", by: "seller", sellerMinutes: [30] }],
    ends: "settled",
  },
];
