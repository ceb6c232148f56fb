/** When what was heard of, in milliseconds by one clock. */
export type Arrivals = {
  mined: (block: number) => void;
  rows: (block: number) => void;
  seen: (block: number) => void;
  /** Over every block that was heard of everywhere. */
  summary: () => { events: number; rowP50Ms: number; rowP99Ms: number; sseP50Ms: number; sseP99Ms: number };
};

/** Notes when each block was mined, when its rows could be read, and when a browser heard of it. */
export function createArrivals(): Arrivals {
  const times = { mined: new Map<number, number>(), rows: new Map<number, number>(), seen: new Map<number, number>() };
  const note = (place: keyof typeof times) => (block: number) => {
    if (!times[place].has(block)) times[place].set(block, performance.now());
  };

  function delays(place: "rows" | "seen"): number[] {
    const known = [...times[place]].flatMap(([block, at]) => {
      const mined = times.mined.get(block);
      return mined === undefined ? [] : [at - mined];
    });
    return known.sort((a, b) => a - b);
  }

  return {
    mined: note("mined"),
    rows: note("rows"),
    seen: note("seen"),
    summary() {
      const [rows, seen] = [delays("rows"), delays("seen")];
      return {
        events: Math.min(rows.length, seen.length),
        ...{ rowP50Ms: percentile(rows, 50), rowP99Ms: percentile(rows, 99) },
        ...{ sseP50Ms: percentile(seen, 50), sseP99Ms: percentile(seen, 99) },
      };
    },
  };
}

function percentile(sorted: readonly number[], percent: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN);
}
