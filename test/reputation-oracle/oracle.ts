import { Interface, JsonRpcProvider, type Log } from "ethers";

// A second implementation of reputation, written from docs/reputation.md and the contracts' events alone. It shares no code with
// domain/, and reads with ethers where the first reads with viem. Keep it so: its worth is that it is another.

const TERMS =
  "(address buyer, address seller, address arbiter, address appealArbiter, uint256[] ids, uint256[] amounts, " +
  "uint40 acceptBy, uint40 deliverFrom, uint40 deliverBy, uint32 reviewWindow, uint32 rulingWindow, uint32 appealWindow, " +
  "uint16 arbiterFeeBps, uint16 silenceSellerBps, bytes32 brief, bytes32 salt)";

const EVENTS = new Interface([
  `event Opened(bytes32 indexed dealId, address indexed buyer, address indexed seller, uint8 status, ${TERMS} terms)`,
  "event Accepted(bytes32 indexed dealId)",
  `event Amended(bytes32 indexed dealId, bytes32 indexed newDealId, ${TERMS} newTerms)`,
  "event Closed(bytes32 indexed dealId, uint8 outcome, bool bySilence, address feeTo, uint256[] sellerMinutes)",
  "event Rated(bytes32 indexed dealId, address indexed rater, address indexed ratee, uint8 stars, bytes32 comment)",
]);

const ACTIVE = 2n;
const [COMPLETED, REFUNDED, SETTLED, RULED] = [1n, 2n, 3n, 4n];

const S = 10n ** 18n;
const SECONDS_PER_DAY = 86_400n;
const MINUTES_PER_UNIT = [1n, 60n, 1_440n];

type Terms = { buyer: string; seller: string; ids: bigint[]; amounts: bigint[]; arbiterFeeBps: bigint };
type Closing = { outcome: bigint; bySilence: boolean; feeTo: string; sellerMinutes: bigint[]; day: bigint };
type Deal = { terms: Terms; accepted: boolean; closing?: Closing; starsFor: Map<string, bigint> };

/** One deal's weight in minutes, before forgetting, and its quality (scaled by S) for one member. */
type Point = { peer: string; minutes: bigint; day: bigint; quality: bigint };

/**
 * Everyone's score as of the day of the newest block, from raw logs.
 * @returns score by address in lower case; who never had a deal that counts is not among them
 */
export async function scoresFromChain(
  rpcUrl: string,
  { escrow, ratingBook }: { escrow: string; ratingBook: string },
): Promise<{ asOf: number; scores: Map<string, number> }> {
  const provider = new JsonRpcProvider(rpcUrl, undefined, { batchMaxCount: 100, staticNetwork: true });
  try {
    const newest = await provider.getBlockNumber();
    const logs: Log[] = [];
    for (let from = 0; from <= newest; from += BLOCKS_AT_ONCE) {
      const toBlock = Math.min(newest, from + BLOCKS_AT_ONCE - 1);
      logs.push(...(await provider.getLogs({ address: [escrow, ratingBook], fromBlock: from, toBlock })));
    }
    const days = await readDays(provider, new Set([newest, ...logs.map(({ blockNumber }) => blockNumber)]));
    const dayOf = (block: number) => days.get(block) ?? 0n;
    const asOf = dayOf(newest);
    const deals = new Map<string, Deal>();
    for (const log of logs) read(deals, log, dayOf);
    return { asOf: Number(asOf), scores: score(deals, asOf) };
  } finally {
    provider.destroy();
  }
}

const BLOCKS_AT_ONCE = 5_000;

async function readDays(provider: JsonRpcProvider, blocks: ReadonlySet<number>): Promise<Map<number, bigint>> {
  const read = async (block: number): Promise<[number, bigint]> => {
    const timestamp = (await provider.getBlock(block))?.timestamp ?? 0;
    return [block, BigInt(timestamp) / SECONDS_PER_DAY];
  };
  return new Map(await Promise.all([...blocks].map(read)));
}

function read(deals: Map<string, Deal>, log: Log, dayOf: (block: number) => bigint): void {
  const event = EVENTS.parseLog(log);
  if (!event) return;
  const id = String(event.args[0]);
  switch (event.name) {
    case "Opened":
      deals.set(id, { terms: termsOf(event.args[4]), accepted: event.args[3] === ACTIVE, starsFor: new Map() });
      return;
    case "Accepted":
      dealOf(deals, id).accepted = true;
      return;
    case "Amended":
      deals.set(String(event.args[1]), { terms: termsOf(event.args[2]), accepted: true, starsFor: new Map() });
      return;
    case "Closed": {
      const [, outcome, bySilence, feeTo, minutes] = event.args as unknown as [
        string,
        bigint,
        boolean,
        string,
        bigint[],
      ];
      const day = dayOf(log.blockNumber);
      dealOf(deals, id).closing = { outcome, bySilence, feeTo, sellerMinutes: [...minutes], day };
      return;
    }
    case "Rated":
      dealOf(deals, id).starsFor.set(String(event.args[2]), event.args[3] as bigint);
  }
}

function dealOf(deals: Map<string, Deal>, id: string): Deal {
  const deal = deals.get(id);
  if (!deal) throw new Error(`No event opened ${id}`);
  return deal;
}

function termsOf(decoded: unknown): Terms {
  const { buyer, seller, ids, amounts, arbiterFeeBps } = decoded as Terms;
  return { buyer, seller, ids: [...ids], amounts: [...amounts], arbiterFeeBps };
}

/** Minutes of each id of the payment: `issuer160 | unit8 | expiry40 | 48 zero bits`. */
function potOf({ ids, amounts }: Terms): bigint[] {
  return ids.map((id, at) => (amounts[at] ?? 0n) * (MINUTES_PER_UNIT[Number((id >> 88n) & 0xffn)] ?? 0n));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** q for one side, scaled by S; null where the deal counts for nobody on that side. */
function qualityOf({ terms, accepted, closing, starsFor }: Deal, isSeller: boolean): bigint | null {
  if (!closing || !accepted) return null;
  const { outcome, bySilence, feeTo, sellerMinutes } = closing;
  if (outcome === REFUNDED) return bySilence && isSeller ? 0n : null;
  if (outcome === SETTLED || outcome === RULED) {
    const pot = potOf(terms);
    const earned = BigInt(feeTo) !== 0n;
    const fee = earned ? sum(pot.map((minutes) => (minutes * terms.arbiterFeeBps) / 10_000n)) : 0n;
    const sellers = sum(sellerMinutes);
    return (100n * S * (isSeller ? sellers : sum(pot) - fee - sellers)) / sum(pot);
  }
  if (outcome !== COMPLETED) return null;
  const stars = starsFor.get(isSeller ? terms.seller : terms.buyer);
  return stars === undefined ? 75n * S : 25n * (stars - 1n) * S;
}

function score(deals: Map<string, Deal>, asOf: bigint): Map<string, number> {
  const points = new Map<string, Point[]>();
  for (const deal of deals.values()) {
    for (const isSeller of [false, true]) {
      const quality = qualityOf(deal, isSeller);
      if (quality === null || !deal.closing) continue;
      const { buyer, seller } = deal.terms;
      const [member, peer] = isSeller ? [seller, buyer] : [buyer, seller];
      const point = { peer, minutes: sum(potOf(deal.terms)), day: deal.closing.day, quality };
      points.set(member, [...(points.get(member) ?? []), point]);
    }
  }
  return new Map([...points].map(([member, own]) => [member.toLowerCase(), Number(scoreOf(own, asOf))]));
}

function scoreOf(points: readonly Point[], asOf: bigint): bigint {
  const peers = new Map<string, { W: bigint; Q: bigint }>();
  for (const { peer, minutes, day, quality } of points) {
    const w = (minutes < 480n ? minutes : 480n) * decay(asOf - day);
    const { W, Q } = peers.get(peer) ?? { W: 0n, Q: 0n };
    peers.set(peer, { W: W + w, Q: Q + (w * quality) / S });
  }
  let C = 0n;
  let weighted = 0n;
  for (const { W, Q } of peers.values()) {
    if (W === 0n) continue;
    const mean = (Q * S) / W;
    const c = (W * 240n * S) / (W + 240n * S);
    C += c;
    weighted += (c * mean) / S;
  }
  return (weighted + 600n * 50n * S) / (C + 600n * S);
}

function decay(age: bigint): bigint {
  const [h, r] = [age / 365n, age % 365n];
  const [a, b] = [S >> h, S >> (h + 1n)];
  return a - ((a - b) * r) / 365n;
}
