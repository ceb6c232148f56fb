/** What a listing said when a deal on it was proposed. */
export type AgreedListing = {
  title: string;
  /** Markdown. */
  description: string;
  priceMinutes: number;
  place: string;
  remote: boolean;
};

/** The parts of a listing that a deal remembers, in the order they are written. */
export const AGREED_FIELDS = ["title", "description", "priceMinutes", "place", "remote"] as const;

/** Stands between the words of both sides and the listing; nobody's words have it. */
const MARK = "\n\n⁂ listing\n";

/** @returns the text a deal commits to: what both sides say, and the listing as it stood then */
export function writeBrief(words: string, listing: AgreedListing | null): string {
  const said = words.replaceAll("⁂", "*");
  if (!listing) return said;
  return said + MARK + JSON.stringify(Object.fromEntries(AGREED_FIELDS.map((field) => [field, listing[field]])));
}

/** Takes such a text apart again; any other text is words alone. */
export function readBrief(text: string): { words: string; listing: AgreedListing | null } {
  const at = text.indexOf(MARK);
  if (at < 0) return { words: text, listing: null };
  try {
    return { words: text.slice(0, at), listing: JSON.parse(text.slice(at + MARK.length)) as AgreedListing };
  } catch {
    return { words: text, listing: null };
  }
}

/** @returns what the listing says otherwise today; empty where nothing changed */
export function changedSince(agreed: AgreedListing, today: AgreedListing): (typeof AGREED_FIELDS)[number][] {
  return AGREED_FIELDS.filter((field) => agreed[field] !== today[field]);
}
