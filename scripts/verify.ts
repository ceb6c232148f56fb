import { parseArgs } from "node:util";
import { isAddress, type Address } from "viem";
import { Failure, reportFailure } from "./failure.ts";
import { localPlaces } from "./verify/places.ts";
import { progressOn } from "./verify/progress.ts";
import { describeDifferences } from "./verify/report.ts";
import { verify, type Verdict } from "./verify/verify.ts";

/** The exit codes beside 0: the database differs from the chain; they could not be compared. */
const DIFFERS = 1;
const UNDECIDED = 2;

/** `npm run verify [-- --rpc URL --database URL --address 0x… --json]`: proof that the database equals the chain. */
async function prove(): Promise<void> {
  const { rpc, database, address, json } = readArguments();
  const places = await localPlaces({ rpc, database });
  const verdict = await verify({ ...places, address, progress: progressOn(process.stderr) });
  if (json) console.log(JSON.stringify(verdict));
  else tell(verdict);
  if (verdict.differing > 0) process.exitCode = DIFFERS;
}

type Arguments = { rpc?: string; database?: string; address?: Address; json: boolean };

/** @throws Failure naming what is malformed or unknown */
function readArguments(): Arguments {
  const { values } = parse();
  const { rpc, database, address, json = false } = values;
  if (rpc !== undefined && !(/^https?:/.test(rpc) && URL.canParse(rpc)))
    throw new Failure(`--rpc wants the http URL of a node, not "${rpc}".`);
  if (database !== undefined && !(/^postgres(ql)?:/.test(database) && URL.canParse(database)))
    throw new Failure("--database wants a URL as postgresql://user:password@host:port/name.");
  if (address !== undefined && !isAddress(address, { strict: false }))
    throw new Failure(`--address wants 0x and 40 hexadecimal digits, not "${address}".`);
  // Letters of one case say nothing; of both they are a checksum.
  if (address !== undefined && !isAddress(address.replace(/^0x[0-9A-F]*$/, (loud) => loud.toLowerCase())))
    throw new Failure(`--address has a wrong checksum, so part of it is mistyped: "${address}".`);
  return { ...(rpc && { rpc }), ...(database && { database }), ...(address && { address }), json };
}

function parse() {
  try {
    return parseArgs({
      options: {
        rpc: { type: "string" },
        database: { type: "string" },
        address: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new Failure(
      `${(cause as Error).message} Usage: npm run verify -- [--rpc URL] [--database URL] [--address 0x…] [--json]`,
      { cause },
    );
  }
}

function tell(verdict: Verdict): void {
  const { head, tables, rows, values, seconds, differing } = verdict;
  for (const line of describeDifferences(verdict)) console.log(line);
  const extent = `${tables} tables, ${rows} rows, ${values} values compared in ${seconds.toFixed(1)} s`;
  const finding = differing === 0 ? "The database equals the chain" : `${differing} differences from the chain`;
  console.log(`${finding} at block ${head.block} (${head.hash}): ${extent}.`);
}

try {
  await prove();
} catch (error) {
  reportFailure("verify", error);
  process.exitCode = UNDECIDED;
}
