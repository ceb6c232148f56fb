import type { DemoExchange } from "../exchange.ts";
import { on } from "../moment.ts";
import { hours, minutes, SPRING, SUMMER } from "../tokens.ts";

/** The neighbours find each other: everything is delivered, confirmed and rated. */
export const FIRST_WEEKS: readonly DemoExchange[] = [
  {
    key: "ines-learns-brakes",
    listing: "fix-your-bike",
    buyer: "ines",
    seller: "marek",
    arbiters: ["nadia", "greta"],
    pays: [minutes("ines", 90)],
    brief:
      "Both brakes of the blue city bike: new pads, new cables, and Inés does the second one herself. Parts are paid apart.",
    opens: { at: on(-57, "09:12"), how: "signed" },
    slot: [on(-55, "14:00"), on(-55, "18:00")],
    steps: [
      { at: on(-55, "15:40"), do: "deliver" },
      { at: on(-55, "18:20"), do: "confirm" },
      {
        at: on(-54, "09:00"),
        do: "rate",
        buyer: {
          stars: 5,
          words:
            "I came with a squeak and left knowing where squeaks come from. Marek let me get it wrong twice and never once took the spanner.",
        },
        seller: { stars: 5, words: "Quick hands, good questions, brought biscuits. May come back any time." },
      },
      {
        at: on(-54, "18:30"),
        do: "reply",
        by: "seller",
        words: "The second brake was better than mine. Do not tell anyone.",
      },
    ],
    ends: "completed",
  },
  {
    key: "marek-orders-coffee",
    listing: "spanish-over-coffee",
    buyer: "marek",
    seller: "ines",
    arbiters: ["nadia"],
    pays: [minutes("marek", 60)],
    brief: "One hour of Spanish at the café on the corner. Topic: explaining to a customer why the chain is worn.",
    opens: { at: on(-56, "10:05"), how: "signed" },
    slot: [on(-54, "16:00"), on(-54, "20:00")],
    steps: [
      { at: on(-54, "17:10"), do: "confirm" },
      {
        at: on(-53, "08:30"),
        do: "rate",
        buyer: {
          stars: 5,
          words: "I spoke for forty of the sixty minutes. The list of what I almost said hangs above the truing stand.",
        },
        seller: { stars: 4, words: "A pleasure, though he answers every question with a metaphor about bearings." },
      },
    ],
    ends: "completed",
  },
  {
    key: "hannah-says-gracias",
    listing: "spanish-over-coffee",
    buyer: "hannah",
    seller: "ines",
    arbiters: ["greta"],
    pays: [minutes("hannah", 60)],
    brief: "A first hour from A2: introducing oneself, plants, the weather. Online, camera on.",
    opens: { at: on(-55, "12:40"), how: "signed" },
    slot: [on(-52, "16:00"), on(-52, "19:00")],
    steps: [
      { at: on(-52, "17:15"), do: "deliver" },
      { at: on(-52, "19:40"), do: "confirm" },
      {
        at: on(-51, "07:50"),
        do: "rate",
        buyer: { stars: 5, words: "I can now name every vegetable I grow. Warm, funny, and very well prepared." },
      },
    ],
    ends: "completed",
  },
  {
    key: "omar-shortens-a-suit",
    listing: "hems-and-zips",
    buyer: "omar",
    seller: "lucia",
    arbiters: ["anton"],
    pays: [hours("omar", 1, SPRING)],
    brief: "Trousers of the grey suit shortened by three centimetres, a new zip in the brown jacket.",
    opens: { at: on(-56, "18:15"), how: "signed" },
    slot: [on(-53, "09:00"), on(-52, "18:00")],
    steps: [
      { at: on(-53, "15:30"), do: "deliver" },
      { at: on(-53, "18:05"), do: "confirm" },
      {
        at: on(-52, "11:00"),
        do: "rate",
        buyer: {
          stars: 5,
          words: "The jacket has a secret pocket now. I did not ask for it and will never live without one again.",
        },
        seller: { stars: 5, words: "Clothes washed, thread matched, paid before I had unthreaded the needle." },
      },
    ],
    ends: "completed",
  },
  {
    key: "jonas-rolls-dough",
    listing: "fresh-pasta",
    buyer: "jonas",
    seller: "chiara",
    arbiters: ["nadia"],
    pays: [minutes("jonas", 150)],
    brief:
      "Tagliatelle, orecchiette and one filled shape for three people in Friedrichshain. Jonas buys eggs and flour.",
    opens: { at: on(-54, "11:20"), how: "signed" },
    slot: [on(-52, "16:00"), on(-52, "21:00")],
    steps: [
      { at: on(-52, "19:00"), do: "deliver" },
      { at: on(-52, "20:45"), do: "confirm" },
      {
        at: on(-51, "10:20"),
        do: "rate",
        buyer: {
          stars: 5,
          words: "Two and a half hours passed like one. We ate standing up because nobody wanted to wait.",
        },
        seller: {
          stars: 5,
          words: "Pianist's fingers make the best orecchiette. Kitchen clean before the water boiled.",
        },
      },
    ],
    ends: "completed",
  },
  {
    key: "ines-files-her-taxes",
    listing: "tax-return",
    buyer: "ines",
    seller: "omar",
    arbiters: ["greta", "anton"],
    pays: [minutes("marek", 60), minutes("hannah", 60)],
    brief:
      "Last year's return for a freelance translator: income from two countries, a home office, no car. Inés brings the shoe box.",
    opens: { at: on(-51, "13:00"), how: "signed" },
    slot: [on(-48, "15:00"), on(-48, "20:00")],
    steps: [
      { at: on(-48, "17:30"), do: "deliver" },
      { at: on(-48, "19:10"), do: "confirm" },
      {
        at: on(-47, "09:30"),
        do: "rate",
        buyer: {
          stars: 5,
          words: "For the first time I know what the line on page four means. The refund pays for a new desk.",
        },
        seller: { stars: 5, words: "The tidiest shoe box in the history of shoe boxes." },
      },
      {
        at: on(-46, "08:00"),
        do: "reply",
        by: "buyer",
        words: "It took me a whole Sunday. Worth it for this sentence.",
      },
    ],
    ends: "completed",
  },
  {
    key: "chiara-finds-middle-c",
    listing: "piano-without-an-ear",
    buyer: "chiara",
    seller: "jonas",
    arbiters: ["nadia"],
    pays: [minutes("jonas", 60)],
    brief:
      "A first hour at the upright: one song she knows by heart, with both hands. Jonas is paid with his own minutes.",
    opens: { at: on(-50, "09:45"), how: "signed" },
    slot: [on(-47, "17:00"), on(-47, "20:00")],
    steps: [
      { at: on(-47, "18:05"), do: "deliver" },
      { at: on(-47, "18:30"), do: "confirm" },
      {
        at: on(-46, "10:00"),
        do: "rate",
        buyer: { stars: 5, words: "At school they told me to mime. Yesterday I played Azzurro with ten fingers." },
        seller: { stars: 5, words: "Somebody who listens to broth for three hours has an ear. I said so." },
      },
    ],
    ends: "completed",
  },
  {
    key: "apple-trees-pruned",
    listing: "prune-apple-trees",
    buyer: "hannah",
    seller: "piotr",
    arbiters: ["anton", "greta"],
    pays: [hours("hannah", 3, SPRING)],
    brief:
      "Both apple trees thinned, dead wood out, nothing thicker than a wrist without asking. Hannah holds the ladder.",
    opens: { at: on(-50, "08:20"), how: "signed" },
    slot: [on(-46, "08:00"), on(-46, "14:00")],
    steps: [
      { at: on(-46, "12:30"), do: "deliver" },
      { at: on(-46, "16:00"), do: "confirm" },
      {
        at: on(-45, "09:15"),
        do: "rate",
        buyer: {
          stars: 5,
          words: "He asked the tree first. Light falls on the beds again and the nameless one looks ten years younger.",
        },
        seller: { stars: 5, words: "Good ladder, good tea, four bottles of juice to carry home." },
      },
    ],
    ends: "completed",
  },
  {
    key: "ruth-sees-clearly",
    listing: "phone-screens",
    buyer: "ruth",
    seller: "dmytro",
    arbiters: ["nadia"],
    pays: [hours("ruth", 1, SUMMER)],
    brief: "A new screen for Ruth's telephone; the part is bought. Letters are to stay as large as they are.",
    opens: { at: on(-45, "10:10"), how: "signed" },
    slot: [on(-43, "10:00"), on(-43, "16:00")],
    steps: [
      { at: on(-43, "11:30"), do: "deliver" },
      { at: on(-40, "12:00"), do: "poke", by: "dmytro" },
      {
        at: on(-38, "10:00"),
        do: "rate",
        buyer: { stars: 4, words: "A patient young man. I forgot to confirm, and the clock did it for me." },
      },
    ],
    ends: "completed",
  },
];
