import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const LANGUAGE_LISTINGS = [
  {
    key: "spanish-over-coffee",
    owner: "ines",
    kind: "offer",
    category: "languages",
    title: "Conversational Spanish over coffee",
    description:
      "An hour of talk about things you would talk about anyway: the weekend, the landlord, that film. I write down what you *almost* said and send it to you afterwards.\n\nFrom A2 upwards. Online works too; then you bring your own coffee.",
    skills: ["Spanish", "conversation"],
    minutes: 60,
    place: "Berlin, Kreuzberg",
    remote: true,
    created: on(-59, "08:30"),
  },
  {
    key: "letters-in-english",
    owner: "aoife",
    kind: "offer",
    category: "languages",
    title: "Your letter in better English",
    description:
      "Up to two pages: a covering letter, a complaint, a toast. I mark up the text and we go through it on a call, so that the next one needs me less.\n\nI keep your voice. I only remove the dust.",
    skills: ["editing", "English"],
    minutes: 45,
    remote: true,
    created: on(-58, "15:00"),
  },
  {
    key: "first-arabic-letters",
    owner: "samir",
    kind: "offer",
    category: "languages",
    title: "The Arabic alphabet in four evenings",
    description:
      "Twenty-eight letters, seven an evening, one hour each. After the fourth you can read shop signs on Sonnenallee aloud, which is half the fun of the street.\n\nBook one evening or all four.",
    skills: ["Arabic", "teaching"],
    minutes: 60,
    place: "Berlin, Neukölln",
    remote: true,
    created: on(-51, "18:00"),
  },
  {
    key: "french-for-the-market",
    owner: "leila",
    kind: "offer",
    category: "languages",
    title: "Le français du marché",
    description:
      "Quarante-cinq minutes pour acheter des tomates comme si vous étiez d'ici : nombres, politesses, et l'art de refuser un troisième melon.\n\nDébutants bienvenus. Je dessine ce que vous ne comprenez pas.",
    skills: ["French", "conversation"],
    minutes: 45,
    remote: true,
    language: "fr",
    created: on(-53, "10:00"),
  },
  {
    key: "german-for-offices",
    owner: "dmytro",
    kind: "request",
    category: "languages",
    title: "Practise German for the job centre with me",
    description:
      "I understand the letters but freeze at the counter. I would like to rehearse three conversations: *appointment moved*, *document missing*, *please write that down for me*.\n\nPlay a strict clerk. I can take it.",
    skills: ["German", "conversation"],
    minutes: 60,
    place: "Berlin, Lichtenberg",
    remote: true,
    created: on(-33, "12:00"),
  },
  {
    key: "portuguese-before-lisbon",
    owner: "hannah",
    kind: "request",
    category: "languages",
    title: "Enough Portuguese to order without pointing",
    description:
      "We travel in spring. I want to greet, order, thank and ask for the botanical garden, and understand the answers. Four or five hours in all, booked one by one.\n\nI learn well from songs.",
    skills: ["Portuguese"],
    minutes: 60,
    remote: true,
    created: on(-21, "19:10"),
  },
] as const satisfies readonly DemoListing[];
