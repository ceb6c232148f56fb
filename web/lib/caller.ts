/**
 * The network address a request comes from, for counting. Only as many entries of `X-Forwarded-For` are believed as
 * proxies of our own wrote them; with none, everyone is the same caller, and the limit protects the server as a whole.
 */
export function callerOf(headers: Headers, trustedProxies: number): string {
  if (trustedProxies === 0) return "everyone";
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-trustedProxies) || "unknown";
}
