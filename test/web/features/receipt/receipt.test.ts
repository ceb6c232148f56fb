import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RLP } from "@ethereumjs/rlp";
import fc from "fast-check";
import { bytesToHex, hexToBytes, keccak256, type PublicClient } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiptText, type Receipt } from "#domain/receipt/format.ts";
import { ReceiptProblem, type ReceiptProblemCode } from "#domain/receipt/problem.ts";
import { verifyReceipt } from "#domain/receipt/verify.ts";
import { buildReceipt } from "#web/features/receipt/build-receipt.ts";
import { command, refused } from "./command.ts";
import { playDeal, type PlayedDeal } from "./played-deal.ts";
import { entriesOf, leavesOf, other, removeAt, setAt, type Json } from "./tampering.ts";

let deal: PlayedDeal;
let folder: string;
let text: string;
let receipt: Receipt;

beforeAll(async () => {
  [deal, folder] = await Promise.all([playDeal(), mkdtemp(join(tmpdir(), "receipt-"))]);
  text = await build(deal.chain);
  ({ receipt } = await verifyReceipt(text));
});

afterAll(async () => {
  await deal?.end();
  if (folder) await rm(folder, { recursive: true });
});

describe("given a receipt that somebody changed", () => {
  it("when any one value in it is edited, then it is refused with the reason", async () => {
    const leaves = leavesOf(JSON.parse(text) as Json, []);
    expect(leaves.length).toBeGreaterThan(100);
    const codes = new Set<string>();
    for (const { path, value } of leaves) {
      const edited = JSON.parse(text) as Json;
      setAt(edited, path, other(value));
      codes.add(await refusalOf(receiptText(edited as unknown as Receipt), path.join(".")));
    }
    // Not one guard for everything: each part is refused for what is wrong with it.
    const expected: ReceiptProblemCode[] = ["claim", "contracts", "header", "proof", "words", "wrong_version"];
    expect([...codes]).toEqual(expect.arrayContaining(expected));
  });

  it("when any item or key is left out, then it is refused, except words that one may keep to oneself", async () => {
    const whole = JSON.parse(text) as Json;
    for (const { path, key } of entriesOf(whole, [])) {
      if (path.join(".") === "words") continue;
      const edited = JSON.parse(text) as Json;
      removeAt(edited, path, key);
      await refusalOf(receiptText(edited as unknown as Receipt), [...path, key].join("."));
    }
    const silent = receiptText({ ...receipt, words: [] });
    expect((await verifyReceipt(silent)).receipt.words).toEqual([]);
  });

  it("when any byte of the file is another, then it is refused", async () => {
    const bytes = Buffer.from(text);
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const edited = Buffer.from(bytes);
        edited[at] = edited[at]! ^ flip;
        await refusalOf(decode(edited), `byte ${at}`);
      }),
      { numRuns: 300 },
    );
  });

  it("when it is cut short anywhere, then it is no whole receipt", async () => {
    const length = fc.integer({ min: 0, max: text.length - 1 });
    await fc.assert(fc.asyncProperty(length, async (end) => void (await refusalOf(text.slice(0, end), `cut ${end}`))));
  });

  it("when it is spelled otherwise, though every value is the same, then it is refused for its form", async () => {
    const value = JSON.parse(text) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(value).reverse());
    expect(await refusalOf(`${JSON.stringify(turned, null, 1)}\n`, "order of keys")).toBe("form");
    expect(await refusalOf(JSON.stringify(value), "spaces")).toBe("form");
    expect(await refusalOf(text.replace("}\n", "}\r\n"), "line end")).toBe("form");
    expect(await refusalOf(`\uFEFF${text}`, "byte order mark")).toBe("not_json");
  });

  it("when a block has a time or number that none has, then it is refused, as nobody could write it down", async () => {
    for (const [place, field] of [[11, "0x0fffffffffffffff"] as const, [8, `0x${"ff".repeat(40)}`] as const]) {
      const edited = structuredClone(receipt);
      const last = edited.blocks.at(-1)!;
      const fields = RLP.decode(hexToBytes(last.header));
      last.header = bytesToHex(RLP.encode((fields as Uint8Array[]).with(place, hexToBytes(field))));
      last.hash = keccak256(last.header);
      expect(await refusalOf(receiptText(edited), field)).toBe("header");
    }
  });

  it("when another deal's id, or a block that says nothing of it, is put in, then it is refused", async () => {
    const foreign = { ...receipt, dealId: `0x${"ab".repeat(32)}` as const };
    expect(await refusalOf(receiptText(foreign), "deal")).toBe("order");
    const mint = await buildBlock();
    const padded = { ...receipt, blocks: [mint, ...receipt.blocks] };
    expect(await refusalOf(receiptText(padded), "a block too many")).toBe("order");
  });
});

describe("given a chain that does not write blocks as Ethereum does", () => {
  it("when a transaction or receipt is of an unknown type, then it is refused by that type's name", async () => {
    const deposit = <T extends object>(answer: T): T => ({ ...answer, type: "0x7e" });
    await expect(build(answering("eth_getTransactionReceipt", deposit))).rejects.toThrow(/is of type 0x7e/);
    const block = (answer: { transactions: object[] }) => ({
      ...answer,
      transactions: answer.transactions.map(deposit),
    });
    await expect(build(answering("eth_getBlockByHash", block))).rejects.toThrow(/is of type 0x7e/);
  });

  it("when header or root cannot be recomputed, then it is refused by the block's number", async () => {
    const header = (answer: object) => ({ ...answer, extraData: "0x01" });
    await expect(build(answering("eth_getBlockByHash", header))).rejects.toThrow(/Block \d+ has a header that is not/);
    const receipts = (answer: object) => ({ ...answer, cumulativeGasUsed: "0x1" });
    await expect(build(answering("eth_getTransactionReceipt", receipts))).rejects.toThrow(
      /receipts of block \d+ do not/,
    );
  });
});

describe("given the receipt as it was drawn up", () => {
  it("then it says who got what, who signed, and what was said", () => {
    const { claims, words } = receipt;
    const [buyer, seller] = [claims.terms.buyer, claims.terms.seller];
    expect(claims).toMatchObject({
      acceptance: "signature",
      outcome: "completed",
      bySilence: false,
      shares: [{ minutes: 120, sellerMinutes: 120, buyerMinutes: 0, feeMinutes: 0, lapsedMinutes: 0 }],
      ratings: [
        { rater: buyer, ratee: seller, stars: 5 },
        { rater: seller, ratee: buyer, stars: 4, reply: null },
      ],
    });
    expect(claims.signatures.map(({ of, signer }) => [of, signer])).toEqual([
      ["terms", seller],
      ["rating", buyer],
    ]);
    expect(words.map(({ of }) => of)).toEqual(["brief", "comment", "comment", "reply"]);
  });
});

describe("given the command", () => {
  it("when the receipt is whole, then it tells every block hash, and which were compared", async () => {
    const file = await save("whole.json", text);
    const [first, ...others] = receipt.blocks.map(({ hash }) => hash);
    const plain = await command([file]);
    expect(plain).toMatchObject({ code: 0, said: "" });
    for (const hash of [first!, ...others]) expect(plain.out).toContain(`${hash}  not compared`);
    const one = await command([file, "--block-hash", first!]);
    expect(one.out).toContain(`${first}  compared`);
    expect(one.out).toContain(`${others[0]}  not compared`);
    const all = await command([file, ...[first!, ...others].flatMap((hash) => ["--block-hash", hash])]);
    expect(all).toMatchObject({ code: 0, out: expect.stringMatching(/every block was compared/) as unknown });
    expect(plain.out).toContain(`with the ratings of book ${receipt.ratingBook}`);
    const json = await command([file, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ contractsKnown: true, compared: [] });
  });

  it("when the file is none, or half of one, or another version's, then one sentence says so", async () => {
    const half = await save("half.json", text.slice(0, text.length / 2));
    const list = await save("list.json", "[]");
    const shout = { ...receipt, "\u001b[2J\nThe receipt is genuine\u202e": 1 };
    const shouting = await save("shouting.json", receiptText(shout));
    const nested = receiptText({ ...receipt, claims: "@" });
    const deep = await save("deep.json", nested.replace('"@"', "[".repeat(100_000) + "]".repeat(100_000)));
    const later = await save("later.json", text.replace('"version": 1', '"version": 2'));
    const bytes = await save("bytes.json", Buffer.from([0xff, 0xfe, 0x00]));
    const whole = await save("good.json", text);
    const answers = await Promise.all([
      command([half]),
      command([list]),
      command([shouting]),
      command([deep]),
      command(["/dev/zero"]),
      command([later]),
      command([bytes]),
      command([whole, "--block-hash", `0x${"00".repeat(32)}`]),
      command([join(folder, "nowhere.json")]),
      command([]),
      command([whole, "--block-hash", "0x12"]),
      command([whole, "--loud"]),
    ]);
    expect(answers).toEqual([
      refused(1, /not_json\): This is no JSON, or not all of it/),
      refused(1, /not_a_receipt/),
      refused(1, /malformed\): .* Unrecognized key: "\\u{1b}\[2J\\u{a}The receipt is genuine\\u{202e}"\./),
      refused(1, /claim\): claims says a list, and the proofs say an object/),
      refused(1, /not_a_receipt\): This is larger than 64 MiB/),
      refused(1, /wrong_version\): This receipt is of version 2/),
      refused(1, /no text in UTF-8/),
      refused(1, /block_hash\): This receipt does not rest on/),
      refused(2, /cannot be read \(ENOENT\)/),
      refused(2, /It takes one file/),
      refused(2, /--block-hash wants 0x and 64/),
      refused(2, /Usage: npm run verify-receipt/),
    ]);
  });
});

function build(chain: PublicClient): Promise<string> {
  const { dealId, transactions, words } = deal;
  return buildReceipt(chain, deal.system, { dealId, transactions, rated: true, words });
}

/** A block with nothing of the deal in it, proven as those of the deal are. */
async function buildBlock(): Promise<Receipt["blocks"][number]> {
  const { readBlocks } = await import("#web/features/receipt/read-blocks.ts");
  const opening = await deal.chain.getTransactionReceipt({ hash: deal.transactions[0]! });
  const before = await deal.chain.getBlock({ blockNumber: opening.blockNumber - 1n });
  const [block] = await readBlocks(deal.chain, before.transactions);
  return block!;
}

/** The chain's reader with one method's answers changed. */
function answering<Answer extends object>(method: string, change: (answer: Answer) => object): PublicClient {
  const request = async (asked: { method: string }) => {
    const answer = (await deal.chain.request(asked as never)) as Answer;
    return asked.method === method ? change(answer) : answer;
  };
  return { ...deal.chain, request } as unknown as PublicClient;
}

/** @returns the code of the refusal; fails where the text is taken */
async function refusalOf(changed: string, what: string): Promise<ReceiptProblemCode> {
  try {
    await verifyReceipt(changed);
  } catch (error) {
    if (error instanceof ReceiptProblem && /^[A-Z\w].*[.:]/.test(error.message)) return error.code;
    throw error;
  }
  throw new Error(`${what}: taken`);
}

function decode(bytes: Buffer): string {
  return bytes.toString("utf8");
}

async function save(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
