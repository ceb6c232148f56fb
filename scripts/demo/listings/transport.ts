import type { DemoListing } from "../listing.ts";
import { on } from "../moment.ts";

export const TRANSPORT_LISTINGS = [
  {
    key: "piano-four-people",
    owner: "jonas",
    kind: "request",
    category: "transport.moving",
    title: "Help moving a piano, four people",
    description:
      "From a second floor to a ground floor, 240 kilos, one narrow turn. I bring straps, trolleys and gloves, and I have done this eleven times without a funeral.\n\nThree hours each, at most. Afterwards: soup and Schubert.",
    skills: ["moving", "lifting"],
    minutes: 180,
    place: "Berlin, Friedrichshain",
    created: on(-27, "13:00"),
  },
  {
    key: "van-with-driver",
    owner: "jonas",
    kind: "offer",
    category: "transport.vans",
    title: "A van, a driver, two hours",
    description:
      "Seven cubic metres and somebody who parks without crying. Sofas, kitchens, your aunt's wardrobe. I carry with you, not for you.\n\nFuel is shared: about eight euros within the ring.",
    skills: ["van driving", "moving"],
    minutes: 120,
    place: "Berlin",
    created: on(-57, "11:00"),
  },
  {
    key: "cargo-bike-errands",
    owner: "bram",
    kind: "offer",
    category: "transport.deliveries",
    title: "Eighty kilos by bike",
    description:
      "Groceries, parcels, one armchair. An hour covers most errands inside the ring, there and back. I wait while you lock the door and take the heavy end.",
    skills: ["cargo bike", "deliveries"],
    minutes: 60,
    place: "Berlin, inside the ring",
    created: on(-55, "14:00"),
  },
  {
    key: "costumes-to-the-theatre",
    owner: "lucia",
    kind: "request",
    category: "transport.vans",
    title: "Fourteen costumes to a theatre in Pankow",
    description:
      "They hang, they must not fold, and one of them has wings. A van or two calm people with a rail on wheels.\n\nThere are free seats at the première for whoever helps.",
    skills: ["van driving"],
    minutes: 90,
    place: "Berlin, Kreuzberg to Pankow",
    created: on(-14, "10:00"),
  },
  {
    key: "market-stall",
    owner: "chiara",
    kind: "request",
    category: "transport.lifting",
    title: "Carry a market stall at seven in the morning",
    description:
      "Poles, a striped roof, two crates of jars: four hundred metres from the cellar to the square. An hour and a half with setting up. The first coffee is yours.",
    skills: ["lifting"],
    minutes: 90,
    place: "Berlin, Prenzlauer Berg",
    created: on(-22, "20:00"),
  },
  {
    key: "soil-for-the-allotment",
    owner: "hannah",
    kind: "request",
    category: "transport.lifting",
    title: "Half a tonne of soil, before it rains",
    description:
      "The lorry drops it at the gate; the beds are eighty metres further. Two barrows, two people, two hours.\n\nDo bring boots. I mean it about the boots.",
    skills: ["lifting", "gardening"],
    minutes: 120,
    place: "Berlin, Treptow",
    created: on(-12, "15:00"),
  },
] as const satisfies readonly DemoListing[];
