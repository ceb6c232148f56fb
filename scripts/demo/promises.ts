import { MEMBERS } from "./members.ts";
import { on } from "./moment.ts";
import type { PromiseStep } from "./promise.ts";
import { days, hours, minutes, SPRING, SUMMER } from "./tokens.ts";

/** Everybody starts with ten hours of their own, a quarter of the first credit line. */
const WELCOME_MINUTES = 600;

const WELCOME: readonly PromiseStep[] = MEMBERS.map(({ handle, joined }) => ({
  at: joined + 600,
  do: "mint",
  tokens: minutes(handle, WELCOME_MINUTES),
}));

/** What members promise, give, convert and let go of between their deals. */
export const PROMISES: readonly PromiseStep[] = [
  ...WELCOME,
  { at: on(-58, "17:00"), do: "mint", tokens: hours("omar", 3, SPRING) },
  { at: on(-52, "08:00"), do: "mint", tokens: hours("hannah", 5, SPRING) },
  { at: on(-47, "12:00"), do: "mint", tokens: hours("ruth", 4, SUMMER) },
  { at: on(-43, "09:00"), do: "mint", tokens: days("omar", 1) },
  { at: on(-40, "09:00"), do: "mint", tokens: hours("bram", 8) },
  { at: on(-36, "10:00"), do: "mint", tokens: hours("hannah", 5) },
  { at: on(-20, "09:00"), do: "mint", tokens: days("greta", 1, SUMMER) },
  { at: on(-11, "09:00"), do: "mint", tokens: hours("marek", 6, SPRING) },

  // Gifts.
  { at: on(-49, "18:00"), do: "give", from: "lucia", to: "ruth", tokens: minutes("lucia", 30) },
  { at: on(-46, "20:00"), do: "give", from: "omar", to: "ines", tokens: minutes("omar", 90) },
  { at: on(-44, "10:00"), do: "give", from: "lucia", to: "ines", tokens: minutes("lucia", 90) },
  { at: on(-25, "10:00"), do: "mint", to: "ines", tokens: minutes("jonas", 45, on(4)) },
  { at: on(-19, "12:00"), do: "give", from: "greta", to: "amara", tokens: minutes("greta", 120) },
  { at: on(-14, "19:00"), do: "give", from: "jonas", to: "ines", tokens: minutes("jonas", 60) },
  { at: on(-12, "20:00"), do: "give", from: "bram", to: "lucia", tokens: minutes("bram", 30) },

  // The same time in another unit.
  { at: on(-45, "12:00"), do: "convert", by: "ines", tokens: minutes("ines", 120), to: "hour" },
  { at: on(-27, "16:00"), do: "convert", by: "tomas", tokens: hours("chiara", 2), to: "minute" },
  { at: on(-10, "12:00"), do: "convert", by: "greta", tokens: days("greta", 1, SUMMER), to: "hour" },

  // Promises that end without being used.
  { at: on(-42, "10:00"), do: "burn", by: "ruth", tokens: minutes("lucia", 30) },
  { at: on(-29, "21:00"), do: "burn", by: "samir", tokens: minutes("samir", 120) },
  { at: on(-50, "19:00"), do: "mint", to: "lucia", tokens: minutes("jonas", 90, on(-20)) },
  { at: on(-18, "08:00"), do: "sweep", by: "jonas", holder: "lucia", tokens: minutes("jonas", 90, on(-20)) },
  { at: on(-33, "08:00"), do: "mint", to: "marek", tokens: minutes("maja", 30, on(-3)) },

  // Promises that are prolonged: a lapsed one by its issuer alone, a running one with the holder's consent.
  { at: on(-48, "07:00"), do: "mint", to: "ruth", tokens: minutes("mehmet", 120, on(-15)) },
  {
    at: on(-12, "07:30"),
    do: "renew",
    holder: "ruth",
    tokens: minutes("mehmet", 120, on(-15)),
    until: SPRING,
    signed: false,
  },
  { at: on(-31, "18:00"), do: "mint", to: "ines", tokens: hours("dmytro", 1, on(20)) },
  { at: on(-9, "20:00"), do: "renew", holder: "ines", tokens: hours("dmytro", 1, on(20)), until: SUMMER, signed: true },
];
