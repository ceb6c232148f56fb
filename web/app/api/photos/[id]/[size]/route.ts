import { database } from "#web/db/client.ts";
import { choosePhotoStore } from "#web/features/photo/choose-store.ts";
import { photoAddressSchema } from "#web/features/photo/schema.ts";
import { AppError } from "#web/lib/errors.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";

/** A picture. An id never gets another one, so what was fetched once is kept for ever. */
export async function GET(_: Request, { params }: RouteContext<"/api/photos/[id]/[size]">): Promise<Response> {
  try {
    const { id, size } = parseInput(photoAddressSchema, await params);
    const bytes = await choosePhotoStore(database()).get(id, size);
    if (!bytes) throw new AppError("not_found");
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": "image/webp",
        "content-disposition": `inline; filename="${id}-${size}.webp"`,
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
      },
    });
  } catch (error) {
    return toProblem(error);
  }
}
