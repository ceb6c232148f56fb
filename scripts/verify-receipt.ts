import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { isHash, type Hex } from "viem";
import { ReceiptProblem } from "#domain/receipt/problem.ts";
import { compareBlocks, verifyReceipt } from "#domain/receipt/verify.ts";
import { Failure, reportFailure } from "./failure.ts";
import { describeReceipt } from "./receipt/describe.ts";

/** The exit codes beside 0: the receipt is refused; it could not be read. */
const REFUSED = 1;
const UNDECIDED = 2;

const USAGE = "Usage: npm run verify-receipt FILE [-- --block-hash 0x… --json]";

/** `npm run verify-receipt FILE [-- --block-hash 0x… --json]`: checks a receipt from its own bytes, asking nobody. */
async function check(): Promise<void> {
  const { file, hashes, json } = readArguments();
  const verified = await verifyReceipt(await readText(file));
  const compared = compareBlocks(verified, hashes);
  if (json) console.log(JSON.stringify({ ...verified, compared: [...compared] }));
  else for (const line of describeReceipt(verified, compared)) console.log(line);
}

type Arguments = { file: string; hashes: Hex[]; json: boolean };

/** @throws Failure naming what is malformed, missing or unknown */
function readArguments(): Arguments {
  const { values, positionals } = parse();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Failure(`It takes one file. ${USAGE}`);
  const hashes = values["block-hash"] ?? [];
  const wrong = hashes.find((hash) => !isHash(hash));
  if (wrong !== undefined) throw new Failure(`--block-hash wants 0x and 64 hexadecimal digits, not "${wrong}".`);
  return { file, hashes: hashes as Hex[], json: values.json ?? false };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { "block-hash": { type: "string", multiple: true }, json: { type: "boolean" } },
    });
  } catch (cause) {
    throw new Failure(`${(cause as Error).message} ${USAGE}`, { cause });
  }
}

/** Far beyond any deal's receipt; what has no end is not read to it. */
const MOST_MEBIBYTES = 64;
const MOST = MOST_MEBIBYTES * 1_048_576;

/**
 * @throws Failure where the file cannot be read
 * @throws ReceiptProblem `not_a_receipt` where it is larger than any, `not_json` where it is no text
 */
async function readText(file: string): Promise<string> {
  const bytes = await buffer(createReadStream(file, { end: MOST })).catch((cause: unknown) => {
    throw new Failure(`The file ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  });
  if (bytes.length > MOST)
    throw new ReceiptProblem("not_a_receipt", `This is larger than ${MOST_MEBIBYTES} MiB, as no receipt is.`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ReceiptProblem("not_json", "This is no text in UTF-8, so it is no receipt.", { cause });
  }
}

await check().catch((error: unknown) => {
  const refused = error instanceof ReceiptProblem;
  reportFailure("verify-receipt", refused ? new Failure(`Refused (${error.code}): ${error.message}`) : error);
  process.exitCode = refused ? REFUSED : UNDECIDED;
});
