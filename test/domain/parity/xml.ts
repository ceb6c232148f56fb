/** An element, its attributes and what is in it. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  /** Every element of that name below this one. */
  all(name: string): Element[];
};

const TOKEN = /<\/([a-z]+)>|<([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<&]*")*)\s*(\/?)>|([^<>&]+)/gy;

/**
 * Reads the little XML our pictures are made of, and nothing that is not well formed.
 * @throws Error naming where it stops being XML
 */
export function readXml(source: string): Element {
  const root = createElement("", {});
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [whole, closing, opening, attributes = "", empty, text] = match;
    if (text !== undefined) open.at(-1)!.children.push(text);
    if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`</${closing}> closes nothing.`);
    if (opening !== undefined) {
      const element = createElement(opening, readAttributes(attributes));
      open.at(-1)!.children.push(element);
      if (empty === "") open.push(element);
    }
    end = match.index + whole.length;
  }
  if (end !== source.length) throw new Error(`No XML from ${end} on: ${source.slice(end, end + 40)}`);
  const [element, ...rest] = root.children;
  if (open.length !== 1 || rest.length > 0 || typeof element !== "object") throw new Error("It is not one element.");
  return element;
}

/** The words of every text element, in order. */
export function textsOf(element: Element): string[] {
  return element.all("text").map(({ children }) => children.filter((child) => typeof child === "string").join(""));
}

function createElement(name: string, attributes: Record<string, string>): Element {
  const children: (Element | string)[] = [];
  const elements = () => children.filter((child) => typeof child === "object");
  const all = (wanted: string): Element[] =>
    elements().flatMap((child) => [...(child.name === wanted ? [child] : []), ...child.all(wanted)]);
  return { name, attributes, children, all };
}

/** @throws Error where one is named twice */
function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`An attribute stands twice: ${source}`);
  return Object.fromEntries(pairs);
}
