/** A stretch of time in unix seconds: from its first second up to, and without, `to`. */
export type Span = { from: number; to: number };

/** @returns the spans in order, those that touch or overlap made one, empty ones left out. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** @returns what of `spans` none of `taken` covers, in order. */
export function subtractSpans(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const gone = mergeSpans(taken);
  const left: Span[] = [];
  let first = 0;
  for (const { from, to } of mergeSpans(spans)) {
    while (first < gone.length && (gone[first]?.to ?? 0) <= from) first += 1;
    let start = from;
    for (let index = first; index < gone.length; index += 1) {
      const hole = gone[index];
      if (!hole || hole.from >= to) break;
      if (start < hole.from) left.push({ from: start, to: hole.from });
      start = Math.max(start, hole.to);
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}

/** @returns of spans in order, none of which touch, the one that holds this second */
export function spanAt(spans: readonly Span[], second: number): Span | undefined {
  let first = 0;
  let last = spans.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((spans[middle]?.to ?? 0) <= second) first = middle + 1;
    else last = middle;
  }
  const found = spans[first];
  return found && found.from <= second ? found : undefined;
}

/** @returns the part of each span within `window`, those outside left out. */
export function clipSpans(spans: readonly Span[], window: Span): Span[] {
  return spans
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => from < to);
}
