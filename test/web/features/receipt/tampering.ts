export type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
type Path = (string | number)[];

/** @returns every value that is no container, and where it stands */
export function leavesOf(value: Json, path: Path): { path: Path; value: string | number | boolean | null }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

/** @returns every key of every container, and where the container stands */
export function entriesOf(value: Json, path: Path): { path: Path; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [{ path, key }, ...entriesOf(each, [...path, key])]);
}

/** Another value of the same kind, in a digit or letter in its middle. */
export function other(value: string | number | boolean | null): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (value === null) return `0x${"ab".repeat(20)}`;
  const at = Math.max(Math.floor(value.length / 2), Math.min(2, value.length - 1));
  return `${value.slice(0, at)}${value[at] === "0" ? "1" : "0"}${value.slice(at + 1)}`;
}

export function setAt(root: Json, path: Path, value: Json): void {
  containerAt(root, path.slice(0, -1))[path.at(-1)!] = value;
}

export function removeAt(root: Json, path: Path, key: string): void {
  const container = containerAt(root, path);
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

function containerAt(root: Json, path: Path): Record<string, Json> {
  return path.reduce<Json>((value, key) => (value as Record<string, Json>)[key]!, root) as Record<string, Json>;
}
