import { createInterface } from "node:readline";

/**
 * A small process of its own that outlives whoever started it. It reads lines `add GROUP ROUND SIGNAL` and
 * `remove GROUP` on its input; when the input closes, however its writer ended, it ends the groups that are left:
 * round after round, first with the group's signal, then with KILL.
 */

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

interface Group {
  id: number;
  round: number;
  signal: NodeJS.Signals;
}

const groups = new Map<number, Group>();

function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-id, signal);
    return true;
  } catch {
    return false;
  }
}

async function endRound(round: readonly Group[]): Promise<void> {
  for (const group of round) signalGroup(group.id, group.signal);
  const deadline = Date.now() + PATIENCE_MS;
  let alive = round.filter((group) => signalGroup(group.id, 0));
  while (alive.length > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    alive = alive.filter((group) => signalGroup(group.id, 0));
  }
  for (const group of alive) signalGroup(group.id, "SIGKILL");
}

// A terminal's Ctrl-C does not reach another session, but a person's `kill` may: the work comes first.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, id, round, signal] = line.split(" ");
  if (verb === "add")
    groups.set(Number(id), { id: Number(id), round: Number(round), signal: signal as NodeJS.Signals });
  if (verb === "remove") groups.delete(Number(id));
}

const rounds = new Set([...groups.values()].map(({ round }) => round));
for (const round of [...rounds].sort((a, b) => a - b)) {
  await endRound([...groups.values()].filter((group) => group.round === round));
}
