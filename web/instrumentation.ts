/** Called by Next once, before it loads any page. Which runtime this is, is a constant of the bundler: it builds one for each. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await import("#indexer/neighbours.ts");
}
