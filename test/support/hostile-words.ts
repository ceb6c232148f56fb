/** What people and programs put into fields to break them. */
export const HOSTILE_WORDS = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "javascript:alert(1)",
  "{{7*7}} ${7*7} <%= 7*7 %>",
  "' or '1'='1",
  "'; drop table app.member; --",
  "\\'; select pg_sleep(10); --",
  "%00%0a%0d",
  "../../etc/passwd",
  "=cmd|' /C calc'!A0",
  "مرحبا بالعالم",
  "👩‍👩‍👧‍👦 𝒯𝒾𝓂𝑒",
  "Z̸̡͇a̵͇l̷͎g̶̲o̴",
  "a\u0000b\u0001c\u001b[31m",
  "right\u202eto\u2066left",
  "\ufeff\u200b\u2028\u2029",
];

/** Text with half a character in it, which no database can hold. */
export const HALF_CHARACTERS = ["lone \ud800", "\udc00 lone", "\udc00\ud800", "an emoji \ud83d cut"];

/** Signs that end a text, or turn and hide what stands beside them. */
export const DECEIVING = /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/;
