import { createSeeded } from "../trial/seeded.ts";
import type { Vocabulary } from "./search-seed.ts";

/** What people look for: the same searches each run. */
export function searchesAsked({ languages, draw }: Vocabulary, searches: number): Record<string, string>[] {
  const { between, pick } = createSeeded(11);
  const facets: (() => Record<string, string>)[] = [
    () => ({ kind: pick(["offer", "request"]) }),
    () => ({ category: pick(["home", "garden.trees", "languages", "care.children"]) }),
    () => ({ max: pick(["30", "60", "120"]) }),
    () => ({ remote: "1" }),
    () => ({ reputation: pick(["50", "70"]) }),
    () => ({ rating: "4" }),
    () => ({ free: pick(["tomorrow", "week"]) }),
    () => ({ language: pick(languages) }),
    () => ({
      near: "52.52,13.4,Berlin",
      ...pick<Record<string, string>>([{ within: "10" }, { within: "50" }, { sort: "nearest" }]),
    }),
    () => ({ sort: pick(["newest", "cheapest", "reputation", "rating"]) }),
  ];
  return Array.from({ length: searches }, () => {
    const language = pick(languages);
    const words = Array.from({ length: between(0, 2) }, () =>
      between(1, 7) === 1 ? misspell(draw(language), between) : draw(language),
    );
    const q = words.join(" ");
    const typing = between(1, 4) === 1 ? q.slice(0, Math.max(3, q.length - 2)) : q;
    const chosen = Array.from({ length: between(0, 3) }, () => pick(facets)());
    return Object.assign({ q: typing }, ...chosen) as Record<string, string>;
  });
}

function misspell(word: string, between: (from: number, to: number) => number): string {
  const letters = Array.from(word);
  const at = between(1, Math.max(1, letters.length - 2));
  return letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()).join("");
}
