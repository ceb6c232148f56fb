/** An iCalendar file as an answer; nobody keeps a copy of it where `headers` do not say otherwise. */
export function calendarResponse(body: string, fileName: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
