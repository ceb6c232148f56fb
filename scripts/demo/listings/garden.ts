import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const GARDEN_LISTINGS = [
  {
    key: "prune-apple-trees",
    owner: "hannah",
    kind: "request",
    category: "garden.trees",
    title: "Someone to prune two apple trees",
    description:
      "A *Boskoop* and one nobody can name, both unpruned for years. Ladder, saw and a thermos are here. I hold the ladder and learn.\n\nAny dry Saturday or Sunday. You take home as much juice as you can carry.",
    skills: ["pruning", "gardening"],
    minutes: 180,
    place: "Berlin, Treptow",
    created: on(-52, "09:00"),
  },
  {
    key: "press-your-apples",
    owner: "hannah",
    kind: "offer",
    category: "garden.preserving",
    title: "We press your apples",
    description:
      "A hand press, two hours, about thirty litres. Bring washed apples (bruises are fine, rot is not) and clean bottles.\n\nThe season ends with the first hard frost.",
    skills: ["preserving", "gardening"],
    minutes: 120,
    place: "Berlin, Treptow",
    created: on(-58, "10:00"),
  },
  {
    key: "fresh-pasta",
    owner: "chiara",
    kind: "offer",
    category: "garden.cooking",
    title: "Fresh pasta, from flour to plate",
    description:
      "Two and a half hours: dough, rest, sheets, three shapes and one sauce that needs only four things. Then we eat.\n\nUp to four people around **your** table. You need eggs, flour and a rolling pin; no machine.",
    skills: ["cooking", "fresh pasta"],
    minutes: 150,
    place: "Berlin",
    created: on(-55, "10:00"),
  },
  {
    key: "sunday-bread",
    owner: "mehmet",
    kind: "offer",
    category: "garden.baking",
    title: "Bake simit with me at dawn",
    description:
      "Sundays at six, in my kitchen. You shape, dip and roll; I watch the oven. By eight there are twenty-four rings and half of them are yours.\n\nYes, six in the morning. The dough decides.",
    skills: ["baking"],
    minutes: 120,
    place: "Berlin, Neukölln",
    created: on(-49, "08:00"),
  },
  {
    key: "balcony-herbs",
    owner: "hannah",
    kind: "offer",
    category: "garden.balconies",
    title: "A balcony that survives the winter",
    description:
      "What to cut, what to wrap, what to forgive. I come with secateurs, fleece and a list of herbs that do not mind the cold.\n\nOne hour, any direction the balcony faces.",
    skills: ["gardening", "composting"],
    minutes: 60,
    place: "Berlin",
    created: on(-26, "11:00"),
  },
  {
    key: "supper-club-hands",
    owner: "chiara",
    kind: "request",
    category: "garden.cooking",
    title: "Two more hands for a supper of thirty",
    description:
      "Peeling, plating, laughing at my playlist. From four in the afternoon till eight, and then you sit down with the guests.\n\nNo experience needed except of onions.",
    skills: ["cooking", "serving"],
    minutes: 240,
    place: "Berlin, Prenzlauer Berg",
    created: on(-18, "12:00"),
  },
  {
    key: "north-facing-tomatoes",
    owner: "dmytro",
    kind: "request",
    category: "garden.balconies",
    title: "Something green for a balcony to the north",
    description:
      "Four metres, no sun before five in the afternoon, a lot of wind. I solder all day and would like to look at leaves. Tell me what lives there, and help me put it in.",
    skills: ["gardening"],
    minutes: 60,
    place: "Berlin, Lichtenberg",
    created: on(-6, "20:40"),
  },
] as const satisfies readonly DemoListing[];
