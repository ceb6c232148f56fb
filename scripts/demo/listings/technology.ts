import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const TECHNOLOGY_LISTINGS = [
  {
    key: "phone-screens",
    owner: "dmytro",
    kind: "offer",
    category: "technology.phones",
    title: "Cracked screen, tired battery",
    description:
      "About an hour for most phones from the last eight years. You pay the part yourself (I send a link), I give the time.\n\nBefore you come: **back up**, and tell me whether it has ever met water.",
    skills: ["phone repair", "soldering"],
    minutes: 60,
    place: "Berlin, Lichtenberg",
    created: on(-56, "11:00"),
  },
  {
    key: "lost-photos",
    owner: "dmytro",
    kind: "offer",
    category: "technology.data",
    title: "Photographs you believed lost",
    description:
      "Old laptops, formatted cards, a phone that only vibrates. Ninety minutes for an honest attempt: I succeed in about two cases of three.\n\nNothing of yours stays on my machines. You watch me wipe the copy.",
    skills: ["data rescue"],
    minutes: 90,
    place: "Berlin, Lichtenberg",
    created: on(-45, "11:00"),
  },
  {
    key: "small-website",
    owner: "tomas",
    kind: "offer",
    category: "technology.websites",
    title: "A small, fast website for your thing",
    description:
      "One page, your words, your pictures, a form that works. Eight hours over two weeks:\n\n1. a call about what it is *for*\n2. a draft you may dislike\n3. the finished page and an hour to learn how to change it\n\nReadable for everyone, no cookies, no pop-ups.",
    skills: ["web design", "accessibility"],
    minutes: 480,
    remote: true,
    created: on(-57, "13:00"),
  },
  {
    key: "printer-peace",
    owner: "ruth",
    kind: "request",
    category: "technology.computers",
    title: "Make peace between me and my printer",
    description:
      "It prints from the telephone but not from the computer, and on Thursdays not at all. I would like to *understand* it, not merely have it work.\n\nCake is provided; patience would be nice.",
    skills: ["computers", "teaching"],
    minutes: 60,
    place: "Berlin, Steglitz",
    created: on(-36, "10:00"),
  },
  {
    key: "podcast-clean-up",
    owner: "noor",
    kind: "offer",
    category: "technology.media",
    title: "Your recording, but listenable",
    description:
      "Hum, echo, the neighbour's drill: out. I cut up to forty minutes of talk, level the voices and leave the breaths in, because people breathe.\n\nFirst work here, so I am keen to do it well.",
    skills: ["audio editing", "podcasts"],
    minutes: 90,
    remote: true,
    created: on(-2, "18:00"),
  },
  {
    key: "phone-on-concrete",
    owner: "marek",
    kind: "request",
    category: "technology.phones",
    title: "My phone met the workshop floor",
    description:
      "The glass is a spider's web, the rest still rings. I have bought the part; I have not the nerve, nor screwdrivers that small.",
    skills: ["phone repair"],
    minutes: 60,
    place: "Berlin, Neukölln",
    created: on(-5, "17:05"),
  },
  {
    key: "first-python",
    owner: "samir",
    kind: "offer",
    category: "technology.programming",
    title: "First steps in Python with a real task",
    description:
      "Bring something that bores you: renaming files, counting birds, a budget. In an hour we write a small program that does it, and you understand every line.",
    skills: ["Python", "teaching"],
    minutes: 60,
    remote: true,
    created: on(-45, "17:00"),
  },
] as const satisfies readonly DemoListing[];
