import { hexToNumber, numberToHex } from "viem";
import { lacksParent } from "#domain/block-parent.ts";
import { part, type Block } from "../fill/ponder.ts";

type Read = (
  rpc: object,
  params: readonly [block: string, withTransactions: boolean],
  context: object,
) => Promise<Block>;

const ponders = await part<{ eth_getBlockByNumber: Read; eth_getBlockByHash: Read } & Record<string, unknown>>(
  "rpc/actions.js",
);

export const {
  debug_traceBlockByHash,
  eth_getBlockReceipts,
  eth_getLogs,
  eth_getTransactionReceipt,
  validateLogsAndBlock,
  validateReceiptsAndBlock,
  validateTracesAndBlock,
  validateTransactionsAndBlock,
} = ponders;

export const eth_getBlockByNumber = withParent(ponders.eth_getBlockByNumber);
export const eth_getBlockByHash = withParent(ponders.eth_getBlockByHash);

/** As Ponder's, but that a block always names its parent: else Ponder looks for a common ancestor for ever. */
function withParent(read: Read): Read {
  return async (rpc, params, context) => {
    const block = await read(rpc, params, context);
    const number = hexToNumber(block.number);
    if (!lacksParent({ number, parentHash: block.parentHash })) return block;
    const parent = await ponders.eth_getBlockByNumber(rpc, [numberToHex(number - 1), false], context);
    return { ...block, parentHash: parent.hash };
  };
}
