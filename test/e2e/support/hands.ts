import type { Locator } from "@playwright/test";

/** How somebody reaches the parts of a page: by pointer, or by keyboard alone. */
export interface Hands {
  /** Presses a button, a link or a fold. */
  press: (target: Locator) => Promise<void>;
  /** Writes over what stands in a field. */
  type: (field: Locator, text: string) => Promise<void>;
  /** Picks one of several radio buttons. */
  pick: (radio: Locator) => Promise<void>;
  /** Opens a select and takes the choice whose name begins so. */
  choose: (select: Locator, beginning: string) => Promise<void>;
  /** Types into a field that suggests, and takes the first suggestion of that name. */
  complete: (field: Locator, text: string, suggestion: string | RegExp) => Promise<void>;
  /** Goes on from the day that is chosen in a calendar, and chooses a later one. */
  chooseLaterDay: (days: Locator) => Promise<void>;
  /** Takes the second of the choices in a list. */
  takeSecond: (list: Locator) => Promise<void>;
  /** Moves a slider up by about a third of its way. */
  slideUp: (slider: Locator) => Promise<void>;
}
