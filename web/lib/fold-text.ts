/** Letters that Unicode does not take apart into a plain one and its mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Lower case without accents and with single blanks: how words are compared that people type. */
export function foldText(text: string): string {
  return plain(text)
    .replaceAll(/[\s'’‘`-]+/g, " ")
    .trim();
}

function plain(text: string): string {
  // Most of a hundred thousand names need no more.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}
