import { AppError } from "#web/lib/errors.ts";

type TooLong = "body_too_large" | "calendar_too_large" | "photo_too_large";

/**
 * Reads a request's body without ever holding more than `longest` bytes of it.
 * @throws AppError `tooLong` for a body that is longer
 */
export async function readBytes(request: Request, longest: number, tooLong: TooLong): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest)
      throw new AppError(tooLong, tooLong === "body_too_large" ? {} : { fields: { file: "bytes" } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The same for text.
 * @throws AppError `body_too_large`; `invalid_input` for one that is no UTF-8
 */
export async function readBody(request: Request, longest: number): Promise<string> {
  const bytes = await readBytes(request, longest, "body_too_large");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid_input", { cause });
  }
}
