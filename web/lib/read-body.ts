import { AppError } from "#web/lib/errors.ts";

/**
 * Reads a request's body without ever holding more than `longest` bytes of it.
 * @throws AppError `tooLong` for a body that is longer, `invalid_input` for one that is no UTF-8
 */
export async function readBody(
  request: Request,
  longest: number,
  tooLong: "invalid_input" | "calendar_too_large" = "invalid_input",
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) throw new AppError(tooLong, tooLong === "invalid_input" ? {} : { fields: { file: "bytes" } });
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError("invalid_input", { cause });
  }
}
