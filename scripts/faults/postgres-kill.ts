import { setTimeout as sleep } from "node:timers/promises";
import { issueNonce } from "#web/features/session/nonces.ts";
import { connect } from "#web/db/client.ts";
import type { Counts } from "../test-parts/part.ts";
import { withClient } from "../postgres/database.ts";
import { untilLive } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import { killConnection } from "../trial/strikes.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 20;

/** kill -9 of the database server, or of one of its processes, while the index and the pages write. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  const options = { name: "postgres-kill", rounds: short ? 2 : ROUNDS, verbose, migrated: true };
  return underTraffic(options, async ({ ground, random }) => {
    const writing = keepWriting(ground.databaseUrl);
    await sleep(random.between(500, 3_000));
    const victim = random.pick(["server", "connection"] as const);
    const struck = victim === "server" ? ground.crashPostgres() : killConnection(ground);
    const ms = await struck.then(() => untilLive(ground)).finally(() => writing.end());
    const { acknowledged, lost } = await writing.count();
    return {
      what: `${victim} killed, live after ${(ms / 1_000).toFixed(1)} s, ${acknowledged} writes of web acknowledged`,
      wrong: lost === 0 ? [] : [`${lost} acknowledged writes of web were lost`],
    };
  });
}

/** Writes as the pages do, one after the other; what is refused is no loss, what was acknowledged must stay. */
function keepWriting(databaseUrl: string) {
  const { db, pool } = connect(databaseUrl);
  const acknowledged: string[] = [];
  let isOn = true;
  const writing = (async () => {
    while (isOn) {
      await issueNonce(db, new Date()).then(
        (value) => acknowledged.push(value),
        () => sleep(100),
      );
    }
  })();
  return {
    async end() {
      isOn = false;
      await writing;
      await pool.end();
    },
    /** @returns how many writes were acknowledged, and how many of them are not there */
    count: () =>
      withClient(databaseUrl, async (client) => {
        const { rows } = await client.query<{ count: number }>(
          "select count(*)::int as count from app.nonce where value = any($1)",
          [acknowledged],
        );
        return { acknowledged: acknowledged.length, lost: acknowledged.length - (rows[0]?.count ?? 0) };
      }),
  };
}
