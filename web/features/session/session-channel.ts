import { paths } from "#web/lib/paths.ts";

const CHANNEL = "timetoken.session";

/** Tells the other tabs of this browser that somebody signed in or out. */
export function announceSession(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/**
 * Hears of it when another tab signed in or out.
 * @returns stops listening
 */
export function onSessionAnnounced(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", listener);
  return () => channel.close();
}

/** Signs this browser out, and tells its other tabs. */
export async function signOut(): Promise<void> {
  await fetch(paths.session(), { method: "DELETE" });
  announceSession();
}
