import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const HOME_LISTINGS = [
  {
    key: "fix-your-bike",
    owner: "marek",
    kind: "offer",
    category: "home.bicycles",
    title: "Fix your bike, teach you how",
    description:
      "Bring the bike and an old T-shirt. We take it apart **together**: brakes, gears, a wheel that rubs. You turn the spanner; I tell you when to stop.\n\n- tubes, pads and cables at cost\n- children's bikes first, always\n- e-bike motors are beyond me",
    skills: ["bicycle repair", "wheel building"],
    minutes: 90,
    place: "Berlin, Neukölln",
    created: on(-59, "09:00"),
  },
  {
    key: "sticking-doors",
    owner: "piotr",
    kind: "offer",
    category: "home.carpentry",
    title: "Doors that stick, tables that wobble",
    description:
      "One hour is usually enough for a door to close again or for a table to stop rocking. I bring plane, clamps and glue.\n\nPlease send a photo of the *hinge side* beforehand; half of all sticking doors are tired hinges.",
    skills: ["carpentry", "furniture repair"],
    minutes: 60,
    place: "Berlin, east of the centre",
    created: on(-58, "12:00"),
  },
  {
    key: "lamps-and-sockets",
    owner: "mehmet",
    kind: "offer",
    category: "home.electrics",
    title: "Lamps hung, fuse boxes explained",
    description:
      "Forty-five minutes for a lamp, a dimmer or a fuse box that nobody has labelled since 1987. I switch the power off, so charge your phone first.\n\nNew wiring needs a registered firm, and I will tell you so.",
    skills: ["electrical work", "lamps"],
    minutes: 45,
    place: "Berlin, Neukölln",
    created: on(-57, "09:00"),
  },
  {
    key: "hems-and-zips",
    owner: "lucia",
    kind: "offer",
    category: "home.clothes",
    title: "Sewing: hems, zips, small repairs",
    description:
      "Trousers shortened, zips replaced, moth holes made to look intended. Bring washed clothes and matching thread if you are particular.\n\nI also add **pockets**. Everyone deserves pockets.",
    skills: ["sewing", "alterations"],
    minutes: 60,
    place: "Berlin, Kreuzberg",
    created: on(-59, "11:00"),
  },
  {
    key: "paint-the-hallway",
    owner: "omar",
    kind: "request",
    category: "home.painting",
    title: "A long hallway wants a second coat",
    description:
      "Eleven metres of hallway, high ceilings, paint and rollers are here. The first coat is ours and you can see it.\n\nOne day with company, or two half days. Lunch is lentil soup and it is good.",
    skills: ["painting", "decorating"],
    minutes: 1_440,
    place: "Berlin, Wedding",
    created: on(-44, "18:00"),
  },
  {
    key: "shelves-for-cookbooks",
    owner: "ines",
    kind: "request",
    category: "home.carpentry",
    title: "Shelves for three hundred cookbooks",
    description:
      "An alcove, 182 cm wide, not one right angle in it. I have the boards, cut to size by an optimist. Needed: someone with a spirit level and patience.\n\nYou may borrow any book for as long as you like.",
    skills: ["carpentry", "drilling"],
    minutes: 120,
    place: "Berlin, Kreuzberg",
    created: on(-30, "17:20"),
  },
  {
    key: "bicycle-of-two-winters",
    owner: "hannah",
    kind: "request",
    category: "home.bicycles",
    title: "A bicycle that has waited two winters",
    description:
      "The chain is the colour of my compost and the back brake only pretends. I would like to *learn* it while we do it, and I have apple juice.",
    skills: ["bicycle repair"],
    minutes: 90,
    place: "Berlin, Treptow",
    created: on(-7, "18:20"),
  },
] as const satisfies readonly DemoListing[];
