import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const WELLBEING_LISTINGS = [
  {
    key: "slow-yoga",
    owner: "sofia",
    kind: "offer",
    category: "wellbeing.yoga",
    title: "Slow yoga for quick people",
    description:
      "An hour, one to one, over video. We move less than you expect. Bring a blanket, two books and, if you have one, a wall.\n\nTell me about knees, backs and pregnancies before we start.",
    skills: ["yoga", "breathing"],
    minutes: 60,
    remote: true,
    created: on(-57, "10:00"),
  },
  {
    key: "desk-and-back",
    owner: "maja",
    kind: "offer",
    category: "wellbeing.massage",
    title: "I fix your desk, then your back",
    description:
      "I look at how you sit, stand and scroll, move three things, and leave you with **four exercises** that fit between two meetings.\n\nNot a treatment; when you need a doctor I will say so.",
    skills: ["physiotherapy", "ergonomics"],
    minutes: 60,
    place: "Berlin",
    remote: true,
    created: on(-50, "09:30"),
  },
  {
    key: "first-five-kilometres",
    owner: "maja",
    kind: "offer",
    category: "wellbeing.sport",
    title: "Your first five kilometres",
    description:
      "We run at the pace at which you can still complain. Forty-five minutes on the old runway in Tempelhof, with walking breaks and no shame.\n\nBeginners only; the fast ones have each other.",
    skills: ["running", "coaching"],
    minutes: 45,
    place: "Berlin, Tempelhof",
    created: on(-42, "09:00"),
  },
  {
    key: "half-hour-of-breath",
    owner: "sofia",
    kind: "offer",
    category: "wellbeing.relaxation",
    title: "Half an hour of breath before the exam",
    description:
      "Or before the interview, the flight, the difficult phone call. Three techniques, practised until they are yours, and one to use unnoticed in a corridor.\n\nPaid in my own hours only, please: I am trying to keep my promises before I make new ones.",
    skills: ["breathing"],
    minutes: 30,
    remote: true,
    welcome: "own",
    created: on(-38, "09:00"),
  },
  {
    key: "walking-company",
    owner: "ruth",
    kind: "request",
    category: "wellbeing.walks",
    title: "Company for a weekly walk in the Grunewald",
    description:
      "An hour at a pace that allows sentences. I know the trees and would like to hear about your work, your country or your grandchildren.\n\nWednesdays or Fridays, in the forenoon.",
    skills: ["companionship"],
    minutes: 60,
    place: "Berlin, Grunewald",
    created: on(-31, "10:30"),
  },
  {
    key: "learn-to-dive-in",
    owner: "aoife",
    kind: "offer",
    category: "wellbeing.sport",
    title: "Into cold water, properly",
    description:
      "The Forty Foot at high tide, with somebody beside you who has done it a thousand times. How to get in, how long to stay, and above all how to get warm again.\n\nSwimmers only. Flask and biscuits provided.",
    skills: ["swimming"],
    minutes: 60,
    place: "Dublin, Sandycove",
    created: on(-35, "07:30"),
  },
] as const satisfies readonly DemoListing[];
