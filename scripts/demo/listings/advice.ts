import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const ADVICE_LISTINGS = [
  {
    key: "tax-return",
    owner: "omar",
    kind: "offer",
    category: "advice.taxes",
    title: "Tax return, read and explained",
    description:
      "Two hours at your table with everything in one shoe box. We fill it in *together*; you press send. Most people leave with a refund and all leave with a folder.\n\nEmployees and small freelancers. Companies should hire someone.",
    skills: ["tax returns", "bookkeeping"],
    minutes: 120,
    place: "Berlin, Wedding",
    remote: true,
    created: on(-59, "10:00"),
  },
  {
    key: "letter-explained",
    owner: "omar",
    kind: "offer",
    category: "advice.paperwork",
    title: "What does this letter want from me?",
    description:
      "Send a photo with your address covered. In half an hour you know what it says, what it does not say, and what to answer by when.\n\nArabic, French, German or English.",
    skills: ["paperwork"],
    minutes: 30,
    remote: true,
    created: on(-48, "18:00"),
  },
  {
    key: "with-you-to-the-office",
    owner: "ruth",
    kind: "offer",
    category: "advice.paperwork",
    title: "Ich gehe mit aufs Amt",
    description:
      "Zwei Stunden: Anfahrt, Warten, Termin. Ich sage nichts, wenn Sie es nicht möchten, und schreibe mit, was gesagt wird.\n\nManchmal hilft schon, dass jemand daneben sitzt.",
    skills: ["paperwork", "companionship"],
    minutes: 120,
    place: "Berlin",
    language: "de",
    created: on(-46, "11:00"),
  },
  {
    key: "before-it-is-a-quarrel",
    owner: "nadia",
    kind: "offer",
    category: "advice.mediation",
    title: "A conversation before it is a quarrel",
    description:
      "Flatmates, siblings, the people upstairs. I sit between you for an hour, ask plain questions and write one page that both of you can sign.\n\nNot for cases I might have to judge here: ask me first.",
    skills: ["mediation"],
    minutes: 60,
    place: "Berlin",
    remote: true,
    created: on(-49, "10:00"),
  },
  {
    key: "nursery-forms",
    owner: "dmytro",
    kind: "request",
    category: "advice.paperwork",
    title: "Nursery voucher: seven forms, one father",
    description:
      "Our daughter starts in spring. I have the forms, I have the papers, I do not have the courage. An hour with somebody who has done this before.",
    skills: ["paperwork", "German"],
    minutes: 60,
    place: "Berlin, Lichtenberg",
    status: "closed",
    created: on(-43, "17:00"),
  },
  {
    key: "pension-papers",
    owner: "anton",
    kind: "request",
    category: "advice.paperwork",
    title: "Put forty years of pension papers in order",
    description:
      "Three employers, two currencies, one country that no longer exists. I can do the sums; I cannot find the sheets.\n\nAn hour and a half with a librarian's mind.",
    skills: ["archives", "paperwork"],
    minutes: 90,
    place: "Berlin, Pankow",
    created: on(-40, "10:00"),
  },
] as const satisfies readonly DemoListing[];
