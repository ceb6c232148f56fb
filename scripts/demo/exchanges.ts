import type { DemoExchange } from "./exchange.ts";
import { AROUND_THE_CORNER } from "./stories/around-the-corner.ts";
import { CAME_TO_NOTHING } from "./stories/came-to-nothing.ts";
import { CHANGED_THEIR_MINDS } from "./stories/changed-their-minds.ts";
import { DISPUTED } from "./stories/disputed.ts";
import { FIRST_WEEKS } from "./stories/first-weeks.ts";
import { LATER_WEEKS } from "./stories/later-weeks.ts";
import { REMOTE_FRIENDS } from "./stories/remote-friends.ts";
import { RULED } from "./stories/ruled.ts";
import { RULED_TOGETHER } from "./stories/ruled-together.ts";
import { UNDER_WAY } from "./stories/under-way.ts";

/** Every deal of the demo community; together they show every row of the table of states. */
export const EXCHANGES: readonly DemoExchange[] = [
  ...FIRST_WEEKS,
  ...REMOTE_FRIENDS,
  ...AROUND_THE_CORNER,
  ...LATER_WEEKS,
  ...CAME_TO_NOTHING,
  ...CHANGED_THEIR_MINDS,
  ...RULED,
  ...RULED_TOGETHER,
  ...DISPUTED,
  ...UNDER_WAY,
];
