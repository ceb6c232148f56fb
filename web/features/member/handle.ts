/** Shortest and longest handle, in characters. */
export const HANDLE_LENGTH = { shortest: 3, longest: 24 } as const;

/** What can be wrong with a handle; each has a sentence `member.problem.<code>`. */
export type HandleProblem = "handleShort" | "handleLong" | "handleCharacters" | "handleStart" | "handleReserved";

/** Would be taken for ours: pages, roles, or words of authority. */
const RESERVED = [
  "admin",
  "administrator",
  "anonymous",
  "api",
  "arbiter",
  "community",
  "deals",
  "edit",
  "escrow",
  "everyone",
  "help",
  "me",
  "mod",
  "moderator",
  "new",
  "nobody",
  "null",
  "official",
  "owner",
  "root",
  "search",
  "security",
  "settings",
  "sign-in",
  "staff",
  "steward",
  "support",
  "system",
  "team",
  "timetoken",
  "tokens",
  "undefined",
  "verify",
  "wallet",
];

/** Pairs and letters that look alike in common faces, and the one they are counted as. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[_-]/g, ""],
  [/[1i|]/g, "l"],
  [/0/g, "o"],
  [/5/g, "s"],
  [/8/g, "b"],
  [/2/g, "z"],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
];

/**
 * What two handles have in common when they look the same: lower case, look-alikes counted as one. Stored as unique,
 * so nobody can pass for somebody else by a zero for an o.
 * @param handle latin letters, digits, "-" and "_"
 */
export function foldHandle(handle: string): string {
  return LOOK_ALIKES.reduce((folded, [pattern, letter]) => folded.replace(pattern, letter), handle.toLowerCase());
}

const RESERVED_KEYS = new Set(RESERVED.map(foldHandle));

/** @returns the first thing wrong with a handle as written; undefined where it can be taken */
export function findHandleProblem(handle: string): HandleProblem | undefined {
  if (handle.length < HANDLE_LENGTH.shortest) return "handleShort";
  if (handle.length > HANDLE_LENGTH.longest) return "handleLong";
  if (!/^[a-z0-9_-]*$/i.test(handle)) return "handleCharacters";
  // A handle that began like an address could be read as one.
  if (!/^[a-z]/i.test(handle) || /[_-]$/.test(handle) || /[_-]{2}/.test(handle)) return "handleStart";
  if (RESERVED_KEYS.has(foldHandle(handle))) return "handleReserved";
  return undefined;
}
