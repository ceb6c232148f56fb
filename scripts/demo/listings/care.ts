import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const CARE_LISTINGS = [
  {
    key: "afternoon-with-a-parent",
    owner: "amara",
    kind: "offer",
    category: "care.elders",
    title: "An afternoon with your mother or father",
    description:
      "Three hours in which you are not needed. I cook something small, take a walk if the weather allows, and know what to do should anybody feel unwell.\n\nWe meet once for tea first. That hour is on me.",
    skills: ["elder care", "nursing"],
    minutes: 180,
    place: "Berlin",
    created: on(-55, "10:00"),
  },
  {
    key: "first-aid-evening",
    owner: "amara",
    kind: "offer",
    category: "care.health",
    title: "First aid at your kitchen table",
    description:
      "Burns, choking, febrile fits: the three things parents lie awake over. Two hours for up to six people, with a practice doll named Herbert.\n\nNo certificate; just hands that know what to do.",
    skills: ["first aid"],
    minutes: 120,
    place: "Berlin",
    created: on(-56, "09:00"),
  },
  {
    key: "reading-aloud",
    owner: "ruth",
    kind: "offer",
    category: "care.visits",
    title: "I read to you",
    description:
      "Novels, newspapers, the letters of your grandmother in old script. An hour at your bedside, on your balcony or on the telephone.\n\nGerman or French. I do all the voices and regret none of them.",
    skills: ["reading aloud", "companionship"],
    minutes: 60,
    place: "Berlin, south-west",
    remote: true,
    created: on(-47, "10:00"),
  },
  {
    key: "sunday-with-twins",
    owner: "amara",
    kind: "request",
    category: "care.children",
    title: "Keep twins (6) busy for a Sunday morning",
    description:
      "They like digging, magnets and being told they are too young for something. I have a night shift before and would love to sleep until noon.\n\nTwo references, please, or a neighbour we both know.",
    skills: ["child care"],
    minutes: 180,
    place: "Berlin, Moabit",
    created: on(-28, "20:00"),
  },
  {
    key: "visit-my-mother",
    owner: "jonas",
    kind: "request",
    category: "care.elders",
    title: "Visit my mother on a Tuesday when I cannot",
    description:
      "She is 84, quick, a little deaf and wins at rummy. An hour and a half, coffee included. She would enjoy somebody who has *opinions about Brahms*.\n\nGround floor, no stairs.",
    skills: ["companionship", "elder care"],
    minutes: 90,
    place: "Berlin, Köpenick",
    created: on(-41, "14:00"),
  },
  {
    key: "dog-walks",
    owner: "bram",
    kind: "offer",
    category: "care.animals",
    title: "Long walks for short dogs",
    description:
      "Forty-five minutes along the canal, in any weather. Two dogs at most, both yours. Very tired legs may ride home in the cargo bike.",
    skills: ["dog walking"],
    minutes: 45,
    place: "Berlin, Kreuzberg",
    status: "paused",
    created: on(-50, "17:00"),
  },
] as const satisfies readonly DemoListing[];
