/**
 * How many typos lie between two words: a letter too many, one missing, another in its place, or two neighbours
 * swapped, each letter touched once.
 * @param most counted no further than this
 * @returns their number, or `most + 1` where there are more
 */
export function typosBetween(one: string, other: string, most: number): number {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, at(before, column - 2) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, above] = [above, current];
  }
  return Math.min(at(above, b.length), most + 1);
}

/** How many typos a word may hold and still be taken for another: in a short one, every letter counts. */
export function forgivenTypos(word: string): number {
  const letters = Array.from(word).length;
  if (letters < 4) return 0;
  return letters < 6 ? 1 : 2;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
