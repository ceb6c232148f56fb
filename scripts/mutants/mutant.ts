/** One rule of the contracts, broken on purpose: the tests are to notice. */
export interface Mutant {
  /** What is no longer true. */
  name: string;
  /** Below `contracts/`. */
  file: string;
  /** The code as it is; it stands in the file once. */
  from: string;
  to: string;
  /** Why no test can notice: said of those that change nothing anyone could see. */
  survives?: string;
}

/** @returns one mutant a rule of `file`, said as name, code as it is and code in its place */
export function inFile(file: string, rules: readonly (readonly [name: string, from: string, to: string])[]): Mutant[] {
  return rules.map(([name, from, to]) => ({ name, file, from, to }));
}
