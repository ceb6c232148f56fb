import { AppError } from "#web/lib/errors.ts";

type TooLong = "invalid_input" | "calendar_too_large" | "photo_too_large";

/**
 * Reads a request's body without ever holding more than `longest` bytes of it.
 * @throws AppError `tooLong` for a body that is longer
 */
export async function readBytes(request: Request, longest: number, tooLong: TooLong): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) throw new AppError(tooLong, tooLong === "invalid_input" ? {} : { fields: { file: "bytes" } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The same for text.
 * @throws AppError `invalid_input` for one that is no UTF-8, too
 */
export async function readBody(request: Request, longest: number, tooLong: TooLong = "invalid_input"): Promise<string> {
  const bytes = await readBytes(request, longest, tooLong);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid_input", { cause });
  }
}
