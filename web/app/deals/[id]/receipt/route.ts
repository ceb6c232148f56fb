import type { NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { readDealView } from "#web/features/deal/deal-view.ts";
import { dealIdField } from "#web/features/deal/schema.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import { RECEIPT_LIMIT } from "#web/features/receipt/limits.ts";
import { drawUpReceipt } from "#web/features/receipt/operations.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { callerOf } from "#web/lib/caller.ts";
import { chainReader } from "#web/lib/chain.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { AppError } from "#web/lib/errors.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";
import { system } from "#web/lib/system.ts";

/** The receipt of a closed deal, as a file to keep: with the words that who asks may read. */
export async function GET(request: NextRequest, { params }: RouteContext<"/deals/[id]/receipt">): Promise<Response> {
  try {
    const id = parseInput(dealIdField, (await params).id);
    const at = now();
    await takeAllowance(database(), RECEIPT_LIMIT, callerOf(request.headers, env().TRUSTED_PROXIES), at);
    const view = await readDealView(database(), id, (await currentSession())?.address ?? null, at);
    if (!view) throw new AppError("not_found");
    return new Response(await drawUpReceipt(chainReader(), system(), view), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="timetoken-deal-${id.slice(2, 12)}.json"`,
        // Whose words it shows depends on who asks.
        "cache-control": "private, no-store",
        vary: "cookie",
      },
    });
  } catch (error) {
    return toProblem(error);
  }
}
