/** An iCalendar file as an answer nobody keeps a copy of. */
export function calendarResponse(body: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
