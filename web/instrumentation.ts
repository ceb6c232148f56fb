/** Called by Next once, before it loads any page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await import("#indexer/neighbours.ts");
}
