import type { NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { choosePhotoStore } from "#web/features/photo/choose-store.ts";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import { uploadPhoto } from "#web/features/photo/operations.ts";
import { cropSchema } from "#web/features/photo/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";
import { readBytes } from "#web/lib/read-body.ts";

/** Takes a picture as the body; `?crop=x,y,side` cuts a square out of it. */
export async function POST(request: NextRequest): Promise<Response> {
  try {
    const { address } = await authoriseChange();
    const crop = parseInput(cropSchema, request.nextUrl.searchParams.get("crop")) ?? undefined;
    const bytes = await readBytes(request, PHOTO_LIMITS.bytes, "photo_too_large");
    const context = { db: database(), storeIn: choosePhotoStore };
    return Response.json(await uploadPhoto(context, address, { bytes, crop }, now()), { status: 201 });
  } catch (error) {
    return toProblem(error);
  }
}
