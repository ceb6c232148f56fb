import { AppError } from "#web/lib/errors.ts";
import { readBody } from "#web/lib/read-body.ts";

/**
 * Reads a request's JSON without ever holding more than `longest` bytes of it.
 * @throws AppError `body_too_large` for a body that is longer, `invalid_input` for one that is no JSON
 */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  const body = await readBody(request, longest);
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new AppError("invalid_input", { cause });
  }
}
