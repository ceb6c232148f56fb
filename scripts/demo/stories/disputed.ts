import type { DemoExchange } from "../exchange.ts";
import { on } from "../moment.ts";
import { hours, minutes } from "../tokens.ts";

/** Disputes that wait for somebody today. */
export const DISPUTED: readonly DemoExchange[] = [
  {
    key: "a-pannier-that-leaks",
    listing: "learn-to-sew",
    buyer: "bram",
    seller: "lucia",
    arbiters: ["nadia", "anton"],
    pays: [minutes("bram", 120)],
    brief: "Two hours at Lucía's machine. At the end Bram has one pannier of waxed canvas that survives rain.",
    opens: { at: on(-10, "18:00"), how: "signed" },
    slot: [on(-8, "14:00"), on(-4, "20:00")],
    steps: [
      { at: on(-4, "16:00"), do: "deliver" },
      {
        at: on(-3, "09:00"),
        do: "dispute",
        words:
          "The bag is handsome and it leaks at both lower corners. *Survives rain* was the one thing we wrote down.",
      },
      {
        at: on(-3, "14:00"),
        do: "evidence",
        by: "seller",
        words:
          "The corners need seam wax, which must dry for two days. I gave Bram the tin and told him so. He rode in the rain that evening.",
      },
      {
        at: on(-2, "08:30"),
        do: "evidence",
        by: "buyer",
        words: "I did get the tin. I understood it as care for later, not as a part of the making.",
      },
    ],
    ends: "disputed",
  },
  {
    key: "a-loop-too-far",
    listing: "first-python",
    buyer: "piotr",
    seller: "samir",
    arbiters: ["greta"],
    pays: [minutes("piotr", 60)],
    brief: "A small program that adds up the lengths of a cutting list.",
    opens: { at: on(-6, "19:00"), how: "signed" },
    slot: [on(-4, "16:00"), on(-2, "20:00")],
    steps: [
      { at: on(-2, "18:00"), do: "deliver" },
      {
        at: on(-1, "08:00"),
        do: "dispute",
        words: "We talked for an hour about loops. There is no program and my boards are still uncut.",
      },
    ],
    ends: "disputed",
  },
  {
    key: "a-drawing-without-an-answer",
    listing: "photo-for-profile",
    buyer: "leila",
    seller: "tomas",
    arbiters: ["greta"],
    pays: [minutes("leila", 30)],
    brief: "Half an hour on photographing drawings with a telephone.",
    opens: { at: on(-13, "10:00"), how: "signed" },
    slot: [on(-12, "09:00"), on(-10, "19:00")],
    steps: [
      { at: on(-10, "17:00"), do: "deliver" },
      { at: on(-9, "09:00"), do: "dispute", words: "He spoke for half an hour about portraits. I photograph paper." },
    ],
    ends: "disputed, split due",
  },
  {
    key: "the-second-crack",
    listing: "phone-screens",
    buyer: "jonas",
    seller: "dmytro",
    arbiters: ["anton", "nadia"],
    pays: [minutes("jonas", 60)],
    brief: "A new screen; the part is bought, the frame is a little bent.",
    opens: { at: on(-9, "10:00"), how: "signed" },
    slot: [on(-7, "10:00"), on(-6, "16:00")],
    steps: [
      { at: on(-6, "12:00"), do: "deliver" },
      { at: on(-5, "10:00"), do: "dispute", words: "It cracked again in my pocket on the way home." },
      {
        at: on(-4, "09:00"),
        do: "evidence",
        by: "seller",
        words:
          "The frame is bent, as the brief says. A screen in a bent frame is under tension; I said so and he wished to try.",
      },
      {
        at: on(-1, "11:00"),
        do: "rule",
        sellerMinutes: [42],
        words: "The work was done and the risk was named. It was named quietly, though: forty-two minutes of sixty.",
      },
    ],
    ends: "ruled",
  },
  {
    key: "the-blue-that-was-green",
    listing: "poster-for-your-event",
    buyer: "sofia",
    seller: "leila",
    arbiters: ["greta", "anton"],
    pays: [minutes("aoife", 60), minutes("sofia", 120)],
    brief: "A poster for a yoga week on Aegina: the sea, no people, much blue.",
    opens: { at: on(-16, "09:00"), how: "signed" },
    slot: [on(-15, "08:00"), on(-10, "20:00")],
    steps: [
      { at: on(-11, "15:00"), do: "deliver" },
      { at: on(-10, "10:00"), do: "dispute", words: "The sea is green. It is a beautiful green. We agreed on blue." },
      {
        at: on(-9, "09:00"),
        do: "evidence",
        by: "seller",
        words: "On paper it is blue; her screen is set to warm colours at night. I sent a printed proof.",
      },
      {
        at: on(-6, "10:00"),
        do: "rule",
        sellerMinutes: [50, 110],
        words:
          "The proof is blue. Colour on a screen was nobody's promise, so almost everything goes to the illustrator.",
      },
    ],
    ends: "ruled, ruling due",
  },
  {
    key: "the-stall-in-the-rain",
    listing: "market-stall",
    buyer: "chiara",
    seller: "bram",
    arbiters: ["nadia", "anton"],
    pays: [minutes("chiara", 90)],
    brief: "At seven sharp: poles, roof and two crates from the cellar to the square, set up by half past eight.",
    opens: { at: on(-10, "20:00"), how: "signed" },
    slot: [on(-8, "06:00"), on(-8, "10:00")],
    steps: [
      { at: on(-8, "08:40"), do: "deliver" },
      {
        at: on(-7, "09:00"),
        do: "dispute",
        words: "He came at ten to eight. Two customers had gone by then, and the jars stood in the rain.",
      },
      {
        at: on(-6, "12:00"),
        do: "evidence",
        by: "seller",
        words: "The cellar was locked until a quarter to eight. I stood in front of it from seven.",
      },
      {
        at: on(-4, "10:00"),
        do: "rule",
        sellerMinutes: [45],
        words:
          "Who held the key was not agreed. I divide the loss between the one who waited inside and the one who waited outside.",
      },
      { at: on(-2, "18:00"), do: "appeal", by: "seller" },
      {
        at: on(-2, "18:30"),
        do: "evidence",
        by: "seller",
        words: "A photograph of the locked door, taken at 07:02, and my three calls.",
      },
    ],
    ends: "escalated",
  },
  {
    key: "a-quartet-of-three",
    listing: "quartet-coaching",
    buyer: "tomas",
    seller: "zsofia",
    arbiters: ["nadia", "greta"],
    pays: [hours("chiara", 1), minutes("tomas", 30)],
    brief: "Coaching for cavaquinho, guitar, flute and voice over video.",
    opens: { at: on(-13, "15:00"), how: "signed" },
    slot: [on(-11, "17:00"), on(-10, "21:00")],
    steps: [
      { at: on(-10, "19:00"), do: "deliver" },
      {
        at: on(-8, "10:00"),
        do: "dispute",
        words: "The connection failed after fifty minutes and was not taken up again.",
      },
      {
        at: on(-7, "11:00"),
        do: "evidence",
        by: "seller",
        words: "It failed on their side. I waited in the call for forty minutes.",
      },
    ],
    ends: "escalated",
  },
];
