import { Failure } from "../failure.ts";

/** How many tests of one part passed and failed, as its own runner counted them. */
export interface Counts {
  passed: number;
  failed: number;
}

/** A part of the tests, by the name it is reported under. */
export interface Part {
  name: string;
  run(): Promise<Counts>;
}

/** A runner that ended badly though no test failed has failed nonetheless: a file that does not load, say. */
export function judge(counts: Counts, exit: number | NodeJS.Signals): Counts {
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Runs part after part, prints each one's result, and as the last line the sums.
 * @returns whether nothing failed and something passed
 */
export async function runParts(parts: readonly Part[]): Promise<boolean> {
  const results: { name: string; counts: Counts; seconds: number }[] = [];
  for (const part of parts) {
    const begun = performance.now();
    const counts = await part.run().catch((error: unknown): Counts => {
      console.error(error instanceof Failure ? `${part.name}: ${error.message}` : error);
      return { passed: 0, failed: 1 };
    });
    results.push({ name: part.name, counts, seconds: (performance.now() - begun) / 1000 });
  }
  console.log("");
  for (const { name, counts, seconds } of results)
    console.log(`${name}: ${sentence(counts)} (${seconds.toFixed(0)} s)`);
  const total = results.reduce(
    (sum, { counts }) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed }),
    { passed: 0, failed: 0 },
  );
  console.log(sentence(total));
  return total.failed === 0 && total.passed > 0;
}

function sentence({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
