import type { Category } from "#web/features/listing/categories.ts";
import type { Handle } from "./members.ts";
import type { Moment } from "./moment.ts";

/** One listing of the demo community. */
export interface DemoListing {
  /** Unique; the listing's id is derived from it. */
  key: string;
  owner: Handle;
  kind: "offer" | "request";
  category: Category;
  title: string;
  /** Markdown. */
  description: string;
  skills: readonly string[];
  minutes: number;
  /** Where it happens; `remote` may stand beside it. */
  place?: string;
  remote?: true;
  /** Whose tokens the owner of an offer takes; `anyone` where it is not said. */
  welcome?: "own";
  /** BCP 47 tag of the words; `en` where it is not said. */
  language?: string;
  /** `published` where it is not said. */
  status?: "draft" | "paused" | "closed";
  created: Moment;
}
