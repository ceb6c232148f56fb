import { AppError } from "#web/lib/errors.ts";

/**
 * Reads a request's JSON without ever holding more than `longest` bytes of it.
 * @throws AppError `invalid_input` for a body that is longer or no JSON
 */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) throw new AppError("invalid_input");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    throw new AppError("invalid_input", { cause });
  }
}
