import type { Mail } from "#web/features/mail/mail.ts";

/** What a mail says, in order. */
export type MailWords = {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** The one thing to do: a button in the HTML form, a line of its own in the plain one. */
  action: { label: string; href: string };
  /** Small print: why this mail came. */
  footer: string;
  language: string;
};

/** Writes a mail in both forms: plain text, and an HTML that needs nothing from anywhere. */
export function writeMail(to: string, words: MailWords): Mail {
  return { to, subject: words.subject, text: writeText(words), html: writeHtml(words) };
}

function writeText({ greeting, paragraphs, action, footer }: MailWords): string {
  return [greeting, ...paragraphs, `${action.label}:\n${action.href}`, `-- \n${footer}`].join("\n\n");
}

const FONT = "font-family:ui-sans-serif,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function writeHtml({ subject, greeting, paragraphs, action, footer, language }: MailWords): string {
  const lines = [greeting, ...paragraphs].map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#fbf7f0;color:#221d18;${FONT};font-size:16px;line-height:1.55">
<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e7ddce;border-radius:16px">
<p style="margin:0 0 24px;font-family:Georgia,serif;font-size:22px;color:#0e5a4c">TimeToken</p>
${lines.join("\n")}
<p style="margin:24px 0"><a href="${escapeHtml(action.href)}" style="display:inline-block;padding:13px 22px;background:#0e5a4c;color:#ffffff;border-radius:12px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 24px;font-size:14px;color:#665d52;word-break:break-all">${escapeHtml(action.href)}</p>
<p style="margin:0;padding-top:16px;border-top:1px solid #e7ddce;font-size:14px;color:#665d52">${escapeHtml(footer)}</p>
</div></body></html>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
