import type { Moment } from "./moment.ts";
import { on } from "./moment.ts";

/** Where most members live. */
export const HOME_TIME_ZONE = "Europe/Berlin";

/** One member of the demo community. The account is the member's place in `MEMBERS` plus one. */
export interface DemoMember {
  handle: string;
  name: string;
  bio: string;
  skills: readonly string[];
  /** BCP 47 tags, the best spoken first. */
  languages: readonly string[];
  /** Coarse: a city and at most its quarter. */
  place: string;
  /** IANA name; `HOME_TIME_ZONE` where it is not said. */
  timeZone?: string;
  arbiter?: true;
  joined: Moment;
}

/** The twenty-four members: accounts 1–24 of the development mnemonic, in this order. */
export const MEMBERS = [
  {
    handle: "ines",
    name: "Inés Romero",
    bio: "I translate cookbooks by day and teach Spanish over coffee, because nobody ever learnt to chat from a table of verbs. Eleven years in Kreuzberg, still learning German articles. Ask me where to find decent churros.",
    skills: ["Spanish", "translation", "conversation", "proofreading"],
    languages: ["es", "en", "de"],
    place: "Berlin, Kreuzberg",
    joined: on(-59, "08:10"),
  },
  {
    handle: "marek",
    name: "Marek Dvořák",
    bio: "Bicycle mechanic with a workshop the size of a wardrobe. I would rather teach you to true a wheel than do it for you, and I keep a box of saved brake levers for anyone who needs one.",
    skills: ["bicycle repair", "wheel building", "welding"],
    languages: ["cs", "de", "en"],
    place: "Berlin, Neukölln",
    joined: on(-59, "08:40"),
  },
  {
    handle: "hannah",
    name: "Hannah Vogel",
    bio: "I look after a stubborn allotment with two old apple trees and far too many courgettes. On weekdays I teach biology; on Saturdays I press juice and give half of it away.",
    skills: ["gardening", "composting", "biology", "preserving"],
    languages: ["de", "en"],
    place: "Berlin, Treptow",
    joined: on(-59, "09:05"),
  },
  {
    handle: "omar",
    name: "Omar Haddad",
    bio: "Tax adviser who believes a letter from the authorities should never spoil a weekend. I explain forms until they are boring. Weekends belong to my oud and my two daughters.",
    skills: ["tax returns", "bookkeeping", "oud", "Arabic"],
    languages: ["ar", "de", "fr", "en"],
    place: "Berlin, Wedding",
    joined: on(-59, "09:30"),
  },
  {
    handle: "lucia",
    name: "Lucía Prats",
    bio: "Costume maker from Girona. Hems, zips and the pocket your favourite coat never had. My machine is older than I am and we argue only in Catalan.",
    skills: ["sewing", "alterations", "pattern cutting", "Catalan"],
    languages: ["ca", "es", "de"],
    place: "Berlin, Kreuzberg",
    joined: on(-59, "10:15"),
  },
  {
    handle: "jonas",
    name: "Jonas Weber",
    bio: "Piano teacher for people who were once told they had no ear. I own a van, two trolleys and a strong opinion about how to carry a piano down a staircase.",
    skills: ["piano", "music theory", "moving", "van driving"],
    languages: ["de", "en"],
    place: "Berlin, Friedrichshain",
    joined: on(-58, "08:20"),
  },
  {
    handle: "nadia",
    name: "Nadia Benali",
    bio: "Family mediator for twenty years. As an arbiter I read everything twice, ask one question too many, and always write down why. Off duty I bake msemen for the whole staircase.",
    skills: ["mediation", "arbitration", "French", "baking"],
    languages: ["fr", "ar", "de", "en"],
    place: "Berlin, Wedding",
    arbiter: true,
    joined: on(-58, "08:50"),
  },
  {
    handle: "piotr",
    name: "Piotr Zieliński",
    bio: "Carpenter. Sticking doors, wobbly tables, shelves that fit the wall you really have. I bring my own dust sheet and leave the floor cleaner than I found it.",
    skills: ["carpentry", "furniture repair", "flooring"],
    languages: ["pl", "de"],
    place: "Berlin, Lichtenberg",
    joined: on(-58, "11:00"),
  },
  {
    handle: "aoife",
    name: "Aoife Byrne",
    bio: "I edit other people's sentences for a living and swim in the Irish Sea to recover. Covering letters, wedding speeches and that one e-mail you keep rewriting are all welcome.",
    skills: ["editing", "English", "public speaking"],
    languages: ["en", "ga"],
    place: "Dublin",
    timeZone: "Europe/Dublin",
    joined: on(-58, "14:30"),
  },
  {
    handle: "mehmet",
    name: "Mehmet Yıldız",
    bio: "Electrician on weekdays, baker at dawn on Sundays. I will hang your lamp, label your fuse box and tell you honestly when you need a firm instead of a neighbour.",
    skills: ["electrical work", "lamps", "baking", "Turkish"],
    languages: ["tr", "de"],
    place: "Berlin, Neukölln",
    joined: on(-57, "08:00"),
  },
  {
    handle: "sofia",
    name: "Sofia Papadaki",
    bio: "I teach slow yoga to quick people. Trained in Athens and Mysore, gentle on bad knees. My classes end with ten minutes of doing nothing, which most find the hardest part.",
    skills: ["yoga", "breathing", "Greek"],
    languages: ["el", "en"],
    place: "Athens",
    timeZone: "Europe/Athens",
    joined: on(-57, "09:45"),
  },
  {
    handle: "tomas",
    name: "Tomás Ferreira",
    bio: "I build small, fast websites for bakeries, choirs and other serious institutions. Patient with beginners, impatient with pop-ups. On Thursdays I play cavaquinho, badly.",
    skills: ["web design", "accessibility", "photography", "Portuguese"],
    languages: ["pt", "en", "es"],
    place: "Lisbon",
    timeZone: "Europe/Lisbon",
    joined: on(-57, "12:20"),
  },
  {
    handle: "greta",
    name: "Greta Lindqvist",
    bio: "Thirty years a judge in a small district court, now retired and not at all bored. I arbitrate for the community because a fair answer in good time is a kindness. I knit during hearings.",
    skills: ["arbitration", "law", "Swedish", "knitting"],
    languages: ["sv", "en", "de"],
    place: "Malmö",
    timeZone: "Europe/Stockholm",
    arbiter: true,
    joined: on(-57, "15:10"),
  },
  {
    handle: "amara",
    name: "Amara Okafor",
    bio: "Paediatric nurse and mother of twins. I run the first-aid evenings at the library, and I can sit with your parent for an afternoon so that you can go to the cinema.",
    skills: ["first aid", "child care", "elder care", "Igbo"],
    languages: ["en", "ig", "de"],
    place: "Berlin, Moabit",
    joined: on(-56, "08:30"),
  },
  {
    handle: "dmytro",
    name: "Dmytro Shevchenko",
    bio: "I repaired phones in Kharkiv and repair them here. Cracked screens, tired batteries, photographs you believed lost. Coffee while you wait; the soldering iron is already warm.",
    skills: ["phone repair", "data rescue", "soldering", "Ukrainian"],
    languages: ["uk", "de", "en"],
    place: "Berlin, Lichtenberg",
    joined: on(-56, "10:00"),
  },
  {
    handle: "chiara",
    name: "Chiara Conti",
    bio: "I cooked in other people's restaurants for nine years and now only cook for friends, of whom I would like more. Fresh pasta, honest broth, no truffle oil in this house.",
    skills: ["cooking", "fresh pasta", "meal planning", "Italian"],
    languages: ["it", "de", "en"],
    place: "Berlin, Prenzlauer Berg",
    joined: on(-55, "09:20"),
  },
  {
    handle: "bram",
    name: "Bram de Vries",
    bio: "I ride a cargo bike that carries eighty kilos and most of my opinions. Small moves, big shopping, the occasional wardrobe. Rain is fine; ice is not.",
    skills: ["cargo bike", "deliveries", "Dutch"],
    languages: ["nl", "en", "de"],
    place: "Berlin, Kreuzberg",
    joined: on(-55, "13:40"),
  },
  {
    handle: "leila",
    name: "Leïla Mansouri",
    bio: "Illustrator by the sea. I draw posters for swap markets and portraits of dogs who will not sit still. I trade drawings for help with everything that has a plug.",
    skills: ["illustration", "posters", "life drawing", "French"],
    languages: ["fr", "ar", "en"],
    place: "Marseille",
    timeZone: "Europe/Paris",
    joined: on(-54, "10:30"),
  },
  {
    handle: "anton",
    name: "Anton Krüger",
    bio: "Railway engineer, retired. I like machines, timetables and disputes in which both sides are half right. As an arbiter I count to the minute and I answer early.",
    skills: ["arbitration", "mechanics", "maths", "model railways"],
    languages: ["de", "en", "ru"],
    place: "Berlin, Pankow",
    arbiter: true,
    joined: on(-54, "15:00"),
  },
  {
    handle: "zsofia",
    name: "Zsófia Kovács",
    bio: "Orchestra violinist with free mornings. I coach amateur quartets over video, and in person whenever the train allows. Scales are optional; listening is not.",
    skills: ["violin", "chamber music", "ear training"],
    languages: ["hu", "de", "en"],
    place: "Vienna",
    timeZone: "Europe/Vienna",
    joined: on(-53, "09:00"),
  },
  {
    handle: "samir",
    name: "Samir Osman",
    bio: "Physics student who once failed maths and remembers exactly why. I tutor from fractions to Fourier and stop as soon as you can explain it back to me.",
    skills: ["maths", "physics", "Python", "Arabic"],
    languages: ["ar", "de", "en"],
    place: "Berlin, Charlottenburg",
    joined: on(-52, "16:20"),
  },
  {
    handle: "maja",
    name: "Maja Petrović",
    bio: "Physiotherapist and slow marathon runner. I fix desks before I fix backs. Sunday mornings you will find me in Tempelhof with a group that never leaves anyone behind.",
    skills: ["physiotherapy", "running", "ergonomics", "Serbian"],
    languages: ["sr", "hr", "de", "en"],
    place: "Berlin, Tempelhof",
    joined: on(-50, "08:45"),
  },
  {
    handle: "ruth",
    name: "Ruth Steiner",
    bio: "Forty years a librarian. I read aloud, sort bookshelves and letters, and accompany people to offices they would rather not enter alone. I speak slowly and on purpose.",
    skills: ["reading aloud", "archives", "paperwork", "companionship"],
    languages: ["de", "fr", "en"],
    place: "Berlin, Steglitz",
    joined: on(-48, "11:15"),
  },
  {
    handle: "noor",
    name: "Noor Janssen",
    bio: "New in town, new on here. I make podcasts about forgotten inventions and can turn a shaky recording into something you would listen to twice. Say hello; I do not know anyone yet.",
    skills: ["audio editing", "podcasts", "interviews"],
    languages: ["nl", "en"],
    place: "Berlin, Moabit",
    joined: on(-2, "17:30"),
  },
] as const satisfies readonly DemoMember[];

/** The handle of a demo member. */
export type Handle = (typeof MEMBERS)[number]["handle"];
