import type { IndexState } from "#domain/index-state.ts";
import type { Head, IndexStatus } from "#web/features/head/queries.ts";

/** How this browser hears of the index; what is null is not known yet. */
export type LiveState = {
  connection: "connecting" | "open" | "lost";
  head: Head | null;
  status: IndexStatus | null;
  /** How much in the inbox is new; stays null for somebody not signed in. */
  unread: number | null;
};

/** How what a page shows stands to the chain, and whether the page hears of it at all. */
export type Status = "connecting" | "unreachable" | "live" | "catchingUp" | "resyncing" | "chainUnreachable";

const OF_STATE = {
  live: "live",
  catching_up: "catchingUp",
  resyncing: "resyncing",
  chain_unreachable: "chainUnreachable",
} as const satisfies Record<IndexState, Status>;

export function statusOf({ connection, status }: LiveState): Status {
  if (connection === "lost") return "unreachable";
  if (connection === "connecting" || !status) return "connecting";
  return OF_STATE[status.state];
}

/** Statuses under which somebody could act on what is not so any more. */
type Worry = "resyncing" | "chainUnreachable" | "unreachable";

const WORRIES: readonly Status[] = ["resyncing", "chainUnreachable", "unreachable"] satisfies Worry[];

export function isWorrying(status: Status): status is Worry {
  return WORRIES.includes(status);
}
