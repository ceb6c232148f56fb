import { Client } from "pg";
import { removePostgresData } from "../postgres/server.ts";
import { prefixedLog } from "../processes/lines.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { startStack, type Stack } from "../stack.ts";
import type { Counts } from "../test-parts/part.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 5;
/** Far more than web's pool has connections. */
const REQUESTS = 60;

/** Every connection of the pages' pool waits for a lock: who comes then is told to come again, and nothing is half-done. */
export async function run({ short, verbose }: FaultOptions): Promise<Counts> {
  const databaseName = `pool-${process.pid}`;
  const log = verbose ? prefixedLog(process.stderr) : () => undefined;
  const stack = await startStack({ databaseName, durable: true, web: "production", demo: false, log });
  const counts = { passed: 0, failed: 0 };
  try {
    for (let round = 1; round <= (short ? 1 : ROUNDS); round += 1) {
      const { what, wrong } = await exhaust(stack);
      counts[wrong.length === 0 ? "passed" : "failed"] += 1;
      console.log(`${wrong.length === 0 ? "✔" : "✘"} ${round}: ${what}`);
      for (const line of wrong) console.log(`    ${line}`);
    }
    return counts;
  } finally {
    await stack.stop();
    await removePostgresData(databaseName);
  }
}

async function exhaust({ origin, databaseUrl }: Stack): Promise<{ what: string; wrong: string[] }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("truncate app.nonce, app.allowance");
    await client.query("begin");
    await client.query("lock table app.allowance in access exclusive mode");
    const ask = () => fetch(`${origin}/api/auth/nonce`, { method: "POST", headers: { origin } });
    const answers = Array.from({ length: REQUESTS }, () => ask());
    const first = await Promise.race(answers);
    await client.query("commit");
    const responses = await Promise.all(answers);
    const statuses = tally(responses.map(({ status }) => status));
    const refused = responses.filter(({ status }) => status === 503);
    const problems = await Promise.all(refused.map(async (one) => (await one.json()) as { code?: string }));
    const well = responses.filter(({ status }) => status === 200).length;
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from app.nonce");
    const isBack = async () => [200, 429].includes((await ask()).status);
    await waitUntil("The pages", isBack, { signal: new AbortController().signal, timeoutMs: 10_000 });
    return {
      what: `${REQUESTS} requests on an exhausted pool: ${statuses}`,
      wrong: [
        ...(first.status === 503 ? [] : [`the first answer was ${first.status}`]),
        ...(refused.length > 0 ? [] : ["nobody was told to come again"]),
        ...(refused.every(({ headers }) => headers.has("retry-after"))
          ? []
          : ["a 503 does not say when to come again"]),
        ...(problems.every(({ code }) => code === "unavailable") ? [] : ["a 503 bears no code"]),
        ...(responses.every(({ status }) => [200, 429, 503].includes(status)) ? [] : ["some answers are faults"]),
        ...(rows[0]?.count === well ? [] : [`${well} nonces were promised, ${rows[0]?.count} are there`]),
      ],
    };
  } finally {
    await client.end();
  }
}

function tally(statuses: readonly number[]): string {
  const distinct = [...new Set(statuses)].sort((a, b) => a - b);
  return distinct.map((status) => `${statuses.filter((one) => one === status).length} × ${status}`).join(", ");
}
