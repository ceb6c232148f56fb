import { z } from "zod";
import { database } from "#web/db/client.ts";
import { PHOTO_SIZES, postgresStore } from "#web/features/photo/photo-store.ts";
import { AppError } from "#web/lib/errors.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";

const schema = z.object({ id: z.uuid("unknown"), size: z.enum(PHOTO_SIZES, "unknown") });

/** A picture. An id never gets another one, so what was fetched once is kept for ever. */
export async function GET(_: Request, { params }: RouteContext<"/api/photos/[id]/[size]">): Promise<Response> {
  try {
    const { id, size } = parseInput(schema, await params);
    const bytes = await postgresStore(database()).get(id, size);
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
