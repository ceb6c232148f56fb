import { asRefusal } from "#web/lib/errors.ts";

/**
 * A refusal as RFC 9457 problem details.
 * @throws what is no refusal again, for the framework to log and answer as a fault
 */
export function toProblem(error: unknown): Response {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  const { code, status, fields, retryAfterSeconds } = refusal;
  return Response.json(
    { type: `urn:timetoken:problem:${code}`, title: code, status, code, fields },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
      },
    },
  );
}
