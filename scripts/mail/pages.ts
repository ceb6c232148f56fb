import type { CaughtMail } from "./catcher.ts";

/** The local mailbox in the colours of the site; it needs no script. */
const STYLE = `
:root { color-scheme: light dark; --paper: #fbf7f0; --raised: #fff; --ink: #221d18; --soft: #665d52; --line: #e7ddce; --brand: #0e5a4c }
@media (prefers-color-scheme: dark) { :root { --paper: #15120f; --raised: #1e1a16; --ink: #f4ede2; --soft: #b5a999; --line: #342c24; --brand: #63c7ae } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1rem 4rem }
h1 { font: 600 1.75rem/1.2 Georgia, serif; margin: 0 0 .5rem; overflow-wrap: anywhere }
p { margin: 0 0 1rem } .soft { color: var(--soft) }
a { color: var(--brand) }
.sheet { background: var(--raised); border: 1px solid var(--line); border-radius: 1rem; overflow: hidden; margin-top: 1.5rem }
ul { list-style: none; margin: 0; padding: 0 } li + li { border-top: 1px solid var(--line) }
li a { display: block; padding: 1rem 1.25rem; color: inherit; text-decoration: none; overflow-wrap: anywhere }
li a:hover, li a:focus-visible { background: var(--paper) } li strong { display: block }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0; overflow-wrap: anywhere }
dt { color: var(--soft) } dd { margin: 0 }
iframe { display: block; width: 100%; height: 36rem; border: 0; background: #fff }
pre { margin: 0; padding: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.6 ui-monospace, monospace }
`;

/** How often the list looks for new mail. */
const REFRESH_SECONDS = 3;

/** The list of mails, the latest first. */
export function mailboxPage(mails: readonly CaughtMail[]): string {
  const lines = mails.map(
    ({ number, to, subject, at }) =>
      `<li><a href="/${number}"><strong>${escape(subject)}</strong><span class="soft">${escape(to)} · ${clock(at)}</span></a></li>`,
  );
  const list = lines.length > 0 ? `<ul class="sheet">${lines.join("")}</ul>` : "";
  const lead = lines.length > 0 ? "The latest is on top." : "Nothing has arrived yet. This page looks again by itself.";
  return page(
    "Local mailbox",
    `<h1>Local mailbox</h1><p class="soft">Mail of the local site ends here and goes no further. ${lead}</p>${list}`,
    `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`,
  );
}

/** One mail: its HTML in a frame that can do nothing, and its plain text with links that can be followed. */
export function mailPage({ number, from, to, subject, text, html, at }: CaughtMail): string {
  const frame =
    html === null ? "" : `<div class="sheet"><iframe sandbox title="The mail" src="/${number}/html"></iframe></div>`;
  return page(
    subject,
    `<p><a href="/">All mail</a></p><h1>${escape(subject)}</h1>
<dl><dt>From</dt><dd>${escape(from)}</dd><dt>To</dt><dd>${escape(to)}</dd><dt>At</dt><dd>${clock(at)}</dd></dl>
${frame}<div class="sheet"><pre>${linked(text)}</pre></div>`,
  );
}

export function missingPage(): string {
  return page("No such mail", `<h1>No such mail</h1><p><a href="/">All mail</a></p>`);
}

function page(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

function linked(text: string): string {
  return escape(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);
}

function clock(at: Date): string {
  return at.toISOString().slice(11, 19) + " UTC";
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
