import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LISTING_LIMITS } from "#web/features/listing/schema.ts";
import { Markdown } from "#web/features/listing/markdown.tsx";

const render = (text: string) => renderToStaticMarkup(createElement(Markdown, { children: text }));

/** What reaches a page: elements and their attributes. */
function elementsOf(text: string): { name: string; attributes: string }[] {
  const [, ...within] = [...render(text).matchAll(/<([a-z0-9]+)([^>]*)>/gi)];
  return within.map(([, name = "", attributes = ""]) => ({ name, attributes }));
}

const ALLOWED = ["p", "br", "strong", "em", "del", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr"];

const ATTACKS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  "<details open ontoggle=alert(1)>",
  "<style>*{display:none}</style>",
  "<form action=//evil><button>Sign in</button></form>",
  "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
  "<b onmouseover=alert(1)>x</b>",
  "<!--><script>alert(1)</script>-->",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x](java&Tab;script:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](%6Aavascript:alert(1))",
  "[x](feed:javascript:alert(1))",
  "[x](blob:https://ok.example/1)",
  "[x](irc://evil.example)",
  "[x](xmpp:evil@example.org)",
  "<irc://evil.example>",
  '~~~html" onclick=alert(1)\nx\n~~~',
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](https://evil.example/pixel.gif)",
  "![x](javascript:alert(1))",
  '[x](https://ok.example "onmouseover=alert(1)")',
  '[x](https://ok.example" onmouseover="alert(1))',
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  "# A heading\n\n<h1>Another</h1>",
  "<a name=getElementById id=__NEXT_DATA__>x</a>",
  "- <input autofocus onfocus=alert(1)>",
];

describe.each(ATTACKS)("given %j in a description", (attack) => {
  it("leaves words and harmless elements, and no way out but to the web or to mail", () => {
    for (const { name, attributes } of elementsOf(attack)) {
      expect(ALLOWED).toContain(name);
      expect(attributes).not.toMatch(/\son\w+=|style=|\sid=|\sname=|src=/i);
      const [, href] = /href="([^"]*)"/.exec(attributes) ?? [];
      if (href) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
    }
  });
});

describe("given Markdown that nests as deep as a description is long", () => {
  it.each([">", "- ", "+\t", "1. ", "> - ", ">1) "])("then %j over and over is a page like any other", (opening) => {
    const html = render(`${opening.repeat(LISTING_LIMITS.descriptionLongest / opening.length)}x`);
    expect(html.match(/<(blockquote|ul|ol)/g)).toHaveLength(12);
    expect(html).toContain("x");
  });
});

describe("given Markdown with nothing wrong in it", () => {
  it("keeps what it says", () => {
    const html = render("Bring **the bike** and\n\n- a *pump*\n- [this](https://example.org/list)");
    for (const part of ["<strong>the bike</strong>", "<li>a <em>pump</em></li>", 'href="https://example.org/list"'])
      expect(html).toContain(part);
  });
});
