import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { numberToHex } from "viem";
import { readEnv } from "../env.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { Failure, reportFailure } from "../failure.ts";
import { replayChain } from "../verify/chain.ts";
import { blockHash, blockTime, logsOf, LAST_BLOCK } from "./verify-history.ts";
import { writeIndex } from "./verify-rows.ts";

type Range = { fromBlock: string; toBlock: string; address?: unknown };
type Call = { id: number; method: string; params: [Range & string] };

const HEAD = { chainId: LOCAL_CHAIN.id, block: LAST_BLOCK, hash: blockHash(LAST_BLOCK) };

/** The made-up chain as text, a block an entry: answering is no work of what is measured. */
const logs = Array.from({ length: LAST_BLOCK + 1 }, (_, block) =>
  logsOf(block)
    .map((log) => JSON.stringify(log))
    .join(),
);

let isWritten = false;

/** A node of the made-up chain, as far as `verify` asks one. Answers are JSON texts. */
function answer({ method, params }: Call): string {
  switch (method) {
    case "eth_chainId":
      return JSON.stringify(numberToHex(HEAD.chainId));
    case "eth_getCode":
      return '"0x01"';
    case "eth_blockNumber":
      return JSON.stringify(numberToHex(LAST_BLOCK));
    case "eth_getBlockByNumber":
      return JSON.stringify(blockAt(Number(params[0])));
    case "eth_getLogs": {
      const { fromBlock, toBlock, address } = params[0];
      // Asked of any address: there are no panels.
      if (!address) return "[]";
      const blocks = logs.slice(Number(fromBlock), Number(toBlock) + 1);
      return `[${blocks.filter((block) => block !== "").join()}]`;
    }
    case "bench_isWritten":
      return String(isWritten);
    default:
      throw new Failure(`The made-up node knows no ${method}.`);
  }
}

function blockAt(block: number): object {
  return {
    number: numberToHex(block),
    hash: blockHash(block),
    parentHash: blockHash(block - 1),
    timestamp: numberToHex(blockTime(block)),
    transactions: [],
  };
}

const node = createServer((request, response) => {
  void text(request).then((body) => {
    const calls = JSON.parse(body) as Call | Call[];
    const answers = [calls].flat().map((call) => `{"jsonrpc":"2.0","id":${call.id},"result":${answer(call)}}`);
    response
      .setHeader("content-type", "application/json")
      .end(Array.isArray(calls) ? `[${answers.join()}]` : answers[0]);
  });
});

try {
  const [port] = process.argv.slice(2);
  const { DATABASE_URL } = readEnv();
  if (!port || !DATABASE_URL) throw new Failure("Started by npm run bench -- verify alone.");
  node.listen(Number(port), "127.0.0.1");
  const silent = { show: () => undefined, done: () => undefined };
  const { tables } = await replayChain(`http://127.0.0.1:${port}`, HEAD, silent);
  await writeIndex(DATABASE_URL, tables);
  isWritten = true;
} catch (error) {
  reportFailure("verify-node", error);
  process.exit();
}
