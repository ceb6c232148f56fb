/**
 * @param names as typed: blanks around them and empty ones do not count, nor does case where one is there already
 * @returns the skills with those that are new behind them
 */
export function addSkills(skills: readonly string[], names: readonly string[]): string[] {
  return names
    .map((name) => name.trim())
    .reduce<string[]>(
      (all, name) =>
        name === "" || all.some((one) => one.toLowerCase() === name.toLowerCase()) ? all : [...all, name],
      [...skills],
    );
}
