import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const ARTS_LISTINGS = [
  {
    key: "piano-without-an-ear",
    owner: "jonas",
    kind: "offer",
    category: "arts.music",
    title: "Piano for people told they had no ear",
    description:
      "You have two. In the first hour you play something you know by heart, with both hands, slowly. Notes come later.\n\nAt my upright in Friedrichshain; adults only, giggling allowed.",
    skills: ["piano", "music theory"],
    minutes: 60,
    place: "Berlin, Friedrichshain",
    created: on(-58, "09:00"),
  },
  {
    key: "quartet-coaching",
    owner: "zsofia",
    kind: "offer",
    category: "arts.music",
    title: "A coach for your amateur quartet",
    description:
      "Ninety minutes on one movement: who leads, who breathes, who is secretly late. Send the score and a rough recording two days before.\n\nOver video from Vienna, or in person when the train allows.",
    skills: ["violin", "chamber music"],
    minutes: 90,
    remote: true,
    created: on(-52, "10:00"),
  },
  {
    key: "poster-for-your-event",
    owner: "leila",
    kind: "offer",
    category: "arts.drawing",
    title: "A drawn poster for your event",
    description:
      "Swap market, choir, lost cat (I hope not). Three hours: two sketches, one choice, a print file in A3 and one for the phone.\n\nI draw by hand and keep the original unless you ask nicely.",
    skills: ["illustration", "posters"],
    minutes: 180,
    remote: true,
    created: on(-54, "11:00"),
  },
  {
    key: "oud-evening",
    owner: "omar",
    kind: "offer",
    category: "arts.music",
    title: "An evening with the oud",
    description:
      "Ninety minutes of playing and stories, for a living room of up to fifteen. Songs from Aleppo to Beirut, with the words passed round so that everyone can join the refrain.",
    skills: ["oud", "Arabic music"],
    minutes: 90,
    place: "Berlin",
    created: on(-40, "19:00"),
  },
  {
    key: "costumes-for-a-school-play",
    owner: "amara",
    kind: "request",
    category: "arts.stage",
    title: "A wolf and two hedgehogs for a school play",
    description:
      "Three costumes for first-graders, fabric and buttons are there, imagination too. What is missing is someone who can make a hedgehog **sit down** without losing its spikes.",
    skills: ["sewing", "costume making"],
    minutes: 180,
    place: "Berlin, Moabit",
    created: on(-37, "19:30"),
  },
  {
    key: "dog-portrait",
    owner: "maja",
    kind: "request",
    category: "arts.drawing",
    title: "A portrait of a dog who never sits still",
    description:
      "Luna is grey, fast and twelve. I have four hundred photographs, thirty of them sharp. I should like one drawing that looks the way she *runs*.",
    skills: ["illustration"],
    minutes: 120,
    remote: true,
    created: on(-24, "08:30"),
  },
  {
    key: "photo-for-profile",
    owner: "tomas",
    kind: "offer",
    category: "arts.photography",
    title: "Better pictures with the phone you have",
    description:
      "Half an hour on light, background and not cutting off feet. We use a video call and *your* window.\n\nMade for people who sell, teach or simply dislike every picture of themselves.",
    skills: ["photography"],
    minutes: 30,
    remote: true,
    created: on(-39, "16:00"),
  },
] as const satisfies readonly DemoListing[];
