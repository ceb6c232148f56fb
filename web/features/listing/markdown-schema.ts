import { defaultSchema } from "rehype-sanitize";

/**
 * Words only: no pictures or frames that would load from elsewhere, no headings that would compete with the page's, no
 * links but to the web or to mail.
 */
export const MARKDOWN_SCHEMA = {
  ...defaultSchema,
  protocols: { href: ["http", "https", "mailto"] },
  tagNames: ["p", "br", "strong", "em", "del", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr"],
};

const MOST_NESTED = 12;

/** What begins a quotation or an item. */
const OPENING = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])`;
const NESTED = new RegExp(`^((?:${OPENING}){${MOST_NESTED}})(?:${OPENING})+`, "gm");

/** @returns Markdown in which no line nests quotations and lists deeper than anybody reads, or a page can be built of */
export function limitNesting(markdown: string): string {
  return markdown.replaceAll(NESTED, "$1");
}
