/** The town of an IANA zone: "Europe/Berlin" → "Berlin". */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
