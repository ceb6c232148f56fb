import { expect, it } from "vitest";
import { writeMail } from "#web/features/mail/write-mail.ts";

it("says a name as it is written, and never as markup", () => {
  const evil = `<img src=x onerror="alert(1)"> & 'friends'`;
  const { text, html } = writeMail("ines@example.org", {
    subject: evil,
    greeting: evil,
    paragraphs: [evil],
    action: { label: evil, href: `https://timetoken.example/?a="b"&c=d` },
    footer: evil,
    language: "en",
  });
  expect(text).toContain(evil);
  expect(html).not.toContain("<img");
  expect(html).not.toContain(`"b"`);
  expect(html.match(/&lt;img/g)).toHaveLength(5);
});
