import { defaultSchema } from "rehype-sanitize";

/** Words only: no pictures or frames that would load from elsewhere, no headings that would compete with the page's. */
export const MARKDOWN_SCHEMA = {
  ...defaultSchema,
  tagNames: ["p", "br", "strong", "em", "del", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr"],
};
