import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const LEARNING_LISTINGS = [
  {
    key: "maths-from-fractions",
    owner: "samir",
    kind: "offer",
    category: "learning.maths",
    title: "Maths, from fractions to Fourier",
    description:
      "I ask you to explain it to me, and we repair whatever breaks. School, university, or because you always wondered.\n\nAn hour at a time. No homework unless you ask for some.",
    skills: ["maths", "physics"],
    minutes: 60,
    place: "Berlin, Charlottenburg",
    remote: true,
    created: on(-52, "17:00"),
  },
  {
    key: "biology-for-finals",
    owner: "hannah",
    kind: "offer",
    category: "learning.exams",
    title: "Biology for the final exam",
    description:
      "Genetics, ecology, and the cell explained as a kitchen. I have marked a thousand of these papers and know what they want to read.\n\nBest booked from January on.",
    skills: ["biology", "teaching"],
    minutes: 60,
    remote: true,
    status: "paused",
    created: on(-44, "15:00"),
  },
  {
    key: "speech-in-an-hour",
    owner: "aoife",
    kind: "offer",
    category: "learning.speaking",
    title: "Give a speech you would like to hear",
    description:
      "Wedding, farewell, thesis defence. We cut it by a third, find its one good story, and rehearse until you can look up from the page.",
    skills: ["public speaking", "editing"],
    minutes: 60,
    remote: true,
    created: on(-47, "16:00"),
  },
  {
    key: "model-railway",
    owner: "anton",
    kind: "offer",
    category: "learning.hobbies",
    title: "Your first signal box, in H0",
    description:
      "Ninety minutes in my cellar: points, signals, and why two trains never meet. For curious people from eight to eighty; children bring a grown-up.",
    skills: ["model railways", "mechanics"],
    minutes: 90,
    place: "Berlin, Pankow",
    created: on(-51, "14:00"),
  },
  {
    key: "learn-to-sew",
    owner: "bram",
    kind: "request",
    category: "learning.hobbies",
    title: "Teach me to sew my own panniers",
    description:
      "I have waxed canvas, a borrowed machine and big hands. I would like to end with **one** bag that survives rain, and the courage for a second.",
    skills: ["sewing", "teaching"],
    minutes: 120,
    place: "Berlin, Kreuzberg",
    created: on(-20, "18:00"),
  },
] as const satisfies readonly DemoListing[];
