/** Takes any call of any method, as Ponder makes them to its logger and counters, and says nothing. */
export const silent: unknown = new Proxy(() => silent, { get: (_, name) => (name === "then" ? undefined : silent) });
