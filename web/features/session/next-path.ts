import { paths } from "#web/lib/paths.ts";

/**
 * Where to go after signing in, from a URL anyone may have written.
 * @returns a path of this site, never another site; the dashboard where there is none
 */
export function nextPath(value: string | string[] | undefined): string {
  if (typeof value !== "string" || !value.startsWith("/")) return paths.dashboard();
  // "//host" and "/\host" lead to other sites; letting URL read it the way a browser would tells.
  const here = "http://here.invalid";
  if (!URL.canParse(value, here)) return paths.dashboard();
  const url = new URL(value, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : paths.dashboard();
}
