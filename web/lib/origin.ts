import { AppError } from "#web/lib/errors.ts";

/**
 * Lets a change through only from our own pages. Browsers name the origin with every POST, PUT, PATCH and DELETE;
 * a request without one is no browser's and carries no cookie a stranger could have lent it, unless the browser says
 * in `Sec-Fetch-Site` that another site started it.
 * @throws AppError `foreign_origin`
 */
export function checkOrigin(headers: Headers, appOrigin: string): void {
  const origin = headers.get("origin");
  if (origin !== null && origin !== appOrigin) throw new AppError("foreign_origin");
  const site = headers.get("sec-fetch-site");
  if (origin === null && site !== null && site !== "same-origin" && site !== "none")
    throw new AppError("foreign_origin");
}
